package dev.wardrobe.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PixelFontTest {
  private static final String UNKNOWN = "?";

  private static String ink(String text, int size) {
    BufferedImage image = new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    PixelFont.write(graphics, text, 2, 3, size);
    graphics.dispose();
    StringBuilder dots = new StringBuilder();
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 60; x++) {
        dots.append((image.getRGB(x, y) & 0xFFFFFF) == 0 ? '.' : 'X');
      }
    }
    return dots.toString();
  }

  @Test
  void letters_and_digits_all_differ() {
    Set<String> looks = new HashSet<>();
    String signs = "abcdefghijklmnopqrstuvwxyz0123456789.,:-_/+=()%?";
    signs.chars().forEach(sign -> looks.add(ink(Character.toString(sign), 1)));
    assertThat(looks).hasSize(signs.length());
  }

  @Test
  void captions_need_no_unknown_sign() {
    for (Category category : Category.ALL) {
      for (char letter : category.annotationName().toCharArray()) {
        assertThat(ink(String.valueOf(letter), 1)).isNotEqualTo(ink(UNKNOWN, 1));
      }
    }
  }

  @Test
  void capitals_look_like_small_letters_and_other_signs_like_a_question_mark() {
    assertThat(ink("A", 2)).isEqualTo(ink("a", 2));
    assertThat(ink("\u00e9", 1)).isEqualTo(ink(UNKNOWN, 1));
    assertThat(ink(" ", 1)).doesNotContain("X");
  }

  @Test
  void size_scales_each_dot() {
    long small = ink("k", 1).chars().filter(dot -> dot == 'X').count();
    assertThat(ink("k", 3).chars().filter(dot -> dot == 'X').count()).isEqualTo(9 * small);
  }

  @Test
  void text_too_wide_ends_in_two_dots() {
    assertThat(PixelFont.fitted("skirt", 2, 60)).isEqualTo("skirt");
    assertThat(PixelFont.fitted("skirts", 2, 60)).isEqualTo("ski..");
    assertThat(PixelFont.width("skirt", 2)).isEqualTo(60);
  }
}
