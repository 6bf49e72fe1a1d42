package dev.wardrobe.synthesis.scene;

import java.util.List;

/**
 * A layer of one figure before all its layers are put in order: by slot, then by rank, then as they
 * were added.
 *
 * @param slot where on the figure
 * @param rank inside the slot: 0 for the body, larger for what is worn further out
 * @param layer what it looks like
 * @param marks the landmarks it carries; empty if it is no garment
 */
public record Piece(Slot slot, int rank, Layer layer, List<Mark> marks) {

  /** Copies the marks. */
  public Piece {
    marks = List.copyOf(marks);
  }

  /** A piece that carries no landmark. */
  public static Piece of(Slot slot, int rank, Layer layer) {
    return new Piece(slot, rank, layer, List.of());
  }
}
