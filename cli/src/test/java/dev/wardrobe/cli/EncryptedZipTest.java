package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedZipTest {
  @TempDir private Path folder;

  private Path zip;

  @BeforeEach
  void zip() throws IOException {
    Path split = SampleData.split(folder.resolve("made/train"));
    zip = SampleData.encryptedZip(split, folder.resolve("train.zip"), "pass word");
  }

  @Test
  void password_opens_the_zip_for_every_verb() {
    List<Object> password = List.of("--password", "pass word");
    run(password, "validate", zip).assertFine();
    run(password, "validate", folder).assertFine();
    run(password, "convert", "coco", zip, "-o", folder.resolve("x.json")).assertFine();
    run(password, "convert", "retrieval", zip, "-o", folder.resolve("lists")).assertFine();
    run(password, "pairs", zip, "-o", folder.resolve("x.csv")).assertFine();
    assertThat(folder.resolve("x.json")).isNotEmptyFile();
  }

  private static CommandRun run(List<Object> more, Object... arguments) {
    Object[] all = new Object[arguments.length + more.size()];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    for (int i = 0; i < more.size(); i++) {
      all[arguments.length + i] = more.get(i);
    }
    return CommandRun.of(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "pass word ", "x"})
  void wrong_password_is_one_line(String password) {
    CommandRun.of("validate", zip, "--password", password)
        .assertMistake(
            "The password does not open the zip %s: check it for typing errors and blanks"
                .formatted(zip));
  }

  @Test
  void missing_password_says_how_to_give_it() {
    assumeTrue(
        System.getenv("DEEPFASHION2_PASSWORD") == null
            && Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty(),
        "Skipped: a password is set, or there is a terminal to ask at");
    CommandRun.of("validate", zip)
        .assertMistake(
            "The zips in %s are encrypted: give their password in the variable DEEPFASHION2_PASSWORD or with --password"
                .formatted(zip));
  }
}
