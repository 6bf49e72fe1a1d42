package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.ImageSize;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.List;

/**
 * What is in a photo, before anybody annotates or draws it.
 *
 * @param imageId the photo's number
 * @param role what the photo has to show
 * @param size of the photo
 * @param viewpoint of all garments
 * @param decimals digits after the point in coordinates, 0 or 2; silhouettes are rounded to them
 * @param figures from the figure's units to pixels, one a figure
 * @param layers the garments; a later one hides an earlier one
 * @param covers things in front of all garments
 * @param lookSeed of what only the drawing needs
 */
record Sketch(
    int imageId,
    SketchPlan.Role role,
    ImageSize size,
    Viewpoint viewpoint,
    int decimals,
    List<AffineTransform> figures,
    List<Silhouette> layers,
    List<Ellipse2D.Double> covers,
    long lookSeed) {}
