package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe categories}: the 13 categories and what their landmarks are. */
@Command(
    name = "categories",
    description = "List the 13 categories, or what each landmark of one is.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  wardrobe categories",
      "  wardrobe categories \"short sleeve top\"",
      "  wardrobe categories 8"
    })
final class CategoriesCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "CATEGORY",
      converter = PairsCommand.CategoryConverter.class,
      description = "A name or an id.")
  private @Nullable Category category;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  CategoriesCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional.ofNullable(category)
        .ifPresentOrElse(chosen -> printLandmarks(chosen, out), () -> printCategories(out));
    out.flush();
    return Main.OK;
  }

  private static void printCategories(PrintWriter out) {
    out.println("id  name                  COCO name              landmarks  first of 294");
    for (Category category : Category.ALL) {
      LandmarkSchema schema = category.landmarks();
      out.println(
          "%2d  %-21s %-22s %9d %13d"
              .formatted(
                  category.id(),
                  category.annotationName(),
                  category.cocoName(),
                  schema.count(),
                  schema.offset() + 1));
    }
  }

  private static void printLandmarks(Category category, PrintWriter out) {
    LandmarkSchema schema = category.landmarks();
    out.println(
        "%d %s (%s): %d landmarks"
            .formatted(
                category.id(), category.annotationName(), category.cocoName(), schema.count()));
    out.println("\"left\" is the left of the photo for a garment seen from the front.");
    out.println("no.  name                       when mirrored   OKS sigma");
    for (int i = 0; i < schema.count(); i++) {
      out.println(
          "%3d  %-26s %13d %11.4f"
              .formatted(i + 1, schema.name(i), schema.flipPartner(i) + 1, schema.sigma(i)));
    }
  }
}
