package dev.wardrobe.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Makes zips of small data sets. */
final class SampleZip {
  static final String PASSWORD = "p\u00e4ssword";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A photo and an annotation each of the image ids 1 to {@code count}. */
  SampleZip split(String folder, int count) {
    for (int id = 1; id <= count; id++) {
      photo(folder, id);
      annotation(folder, id);
    }
    return this;
  }

  SampleZip photo(String folder, int id) {
    byte[] jpeg = JpegBytes.colour(400 + id, 300);
    return entry(folder + "image/" + FileNumbers.fileName(id, ".jpg"), jpeg);
  }

  SampleZip annotation(String folder, int id) {
    byte[] json = SampleText.bytes(SampleFolder.json(id));
    return entry(folder + "annos/" + FileNumbers.fileName(id, ".json"), json);
  }

  SampleZip entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  Map<String, byte[]> entries() {
    return entries;
  }

  Path write(Path zip) throws IOException {
    return write(zip, EncryptionMethod.NONE, CompressionMethod.DEFLATE, "");
  }

  /** Writes the zip; entries whose name contains {@code plain} are not encrypted. */
  Path write(Path zip, EncryptionMethod encryption, CompressionMethod compression, String plain)
      throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile(), PASSWORD.toCharArray())) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(entry.getKey());
        parameters.setCompressionMethod(compression);
        if (encryption != EncryptionMethod.NONE
            && (plain.isEmpty() || !entry.getKey().contains(plain))) {
          parameters.setEncryptFiles(true);
          parameters.setEncryptionMethod(encryption);
          parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        }
        file.addStream(new ByteArrayInputStream(entry.getValue()), parameters);
      }
    }
    return zip;
  }
}
