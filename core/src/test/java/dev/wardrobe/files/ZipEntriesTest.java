package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZipEntriesTest {
  @Test
  void entries_are_sorted_and_the_later_of_two_counts() {
    ZipEntries entries = new ZipEntries();
    entries.add(7, 100, 10, 20, 0xFFFFFFFFL, false);
    entries.add(3, 200, 11, 21, 1, true);
    entries.add(7, 5_000_000_000L, 12, 22, 2, false);
    entries.finish();
    assertThat(entries.ids()).containsExactly(3, 7);
    assertThat(entries.offset(1)).isEqualTo(5_000_000_000L);
    assertThat(entries.compressedSize(1)).isEqualTo(12);
    assertThat(entries.size(1)).isEqualTo(22);
    assertThat(entries.crc(1)).isEqualTo(2);
    assertThat(entries.indexOf(7)).isEqualTo(1);
    assertThat(entries.indexOf(5)).isNegative();
    assertThat(entries.someEncrypted()).containsExactly(0);
  }

  @Test
  void many_entries_and_unsigned_checksums_are_kept() {
    ZipEntries entries = new ZipEntries();
    for (int id = 1_000; id > 0; id--) {
      entries.add(id, id * 2L, 1, Long.MAX_VALUE, 0xFFFFFFFFL - id, false);
    }
    entries.finish();
    for (int i = 0; i < 1_000; i++) {
      assertThat(entries.ids()[i]).isEqualTo(i + 1);
      assertThat(entries.offset(i)).isEqualTo(2L * (i + 1));
      assertThat(entries.crc(i)).isEqualTo(0xFFFFFFFFL - (i + 1));
      assertThat(entries.size(i)).isEqualTo(Integer.MAX_VALUE);
    }
    assertThat(entries.someEncrypted()).isEmpty();
  }
}
