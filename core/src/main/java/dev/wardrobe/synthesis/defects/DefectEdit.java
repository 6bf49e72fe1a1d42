package dev.wardrobe.synthesis.defects;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How a defect gets into a folder. */
sealed interface DefectEdit {

  /** The text of an annotation file, one character a byte, and the key of the item to spoil. */
  interface TextChange {
    /** The spoiled text; the same text where the defect does not suit the file. */
    String apply(String text, String item);
  }

  /** One item of a photo of known size. */
  interface ItemChange {
    /** The spoiled item; empty where the defect does not suit the item. */
    Optional<Item> apply(Item item, ImageSize size);
  }

  /** The files of one photo. */
  interface FilesChange {
    /**
     * Spoils files.
     *
     * @param folder the split's
     * @param imageId a photo whose files may be spoiled
     * @param lastId the highest image id
     * @return the file that is wrong now, relative to the folder
     */
    Path apply(Path folder, int imageId, int lastId) throws IOException;
  }

  /** A change of an annotation's text. */
  record OfText(TextChange change) implements DefectEdit {}

  /** A change of an item that stays an item. */
  record OfItem(ItemChange change) implements DefectEdit {}

  /** A change of files. */
  record OfFiles(boolean needsPhotos, FilesChange change) implements DefectEdit {}

  /** A style that no other item has, for an item that had none, in a photo of this source. */
  record OfStyle(Source source, int style) implements DefectEdit {}
}
