package dev.wardrobe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.files.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation says what the code says. */
class DocumentationTest {

  @ParameterizedTest
  @EnumSource(Rule.class)
  void each_rule_stands_in_the_table_with_its_consequence(Rule rule) throws IOException {
    String row =
        "| %s | `%s` | %s | %s |"
            .formatted(
                rule.group().label(), rule.code(), rule.description(), rule.consequence().label());
    assertThat(Files.readAllLines(Path.of("../docs/data.md"))).contains(row);
  }
}
