package dev.wardrobe.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonKeysTest {
  private final JsonKeys keys = JsonKeys.of("id", "image_id", "größe");

  private int indexOf(String name) {
    byte[] bytes = ("\"" + name + "\"").getBytes(UTF_8);
    return keys.indexOf(bytes, 1, bytes.length - 1);
  }

  @Test
  void names_are_numbered_in_their_order() {
    assertThat(keys.names()).containsExactly("id", "image_id", "größe");
    assertThat(keys.names().stream().map(this::indexOf)).containsExactly(0, 1, 2);
  }

  @Test
  void other_names_are_told_apart_however_alike() {
    for (String name : new String[] {"", "i", "ids", "image_i", "image_idd", "Id", "xmage_id"}) {
      assertThat(indexOf(name)).as(name).isEqualTo(JsonKeys.OTHER);
    }
  }
}
