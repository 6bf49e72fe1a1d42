package dev.wardrobe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small cases at the edges of the official evaluations, with what the official scripts make of
 * them; the file beside them, edge.md, says what is in them.
 */
public final class EdgeCases {
  private EdgeCases() {}

  /**
   * One case.
   *
   * @param name what it is about
   * @param kind "coco" or "retrieval"
   * @param description what is expected: case.json
   * @param files the text, in UTF-8, of each file by its name, such as "gt.json"
   */
  public record EdgeCase(
      String name, String kind, JsonTree description, Map<String, byte[]> files) {

    /** A file of the case as a tree. */
    public JsonTree json(String file) {
      byte[] text = files.get(file);
      if (text == null) {
        throw new IllegalArgumentException("Case " + name + " has no " + file);
      }
      return JsonTree.parse(text);
    }

    /** What the official script makes of it: numbers, or "error" and "message". */
    public JsonTree golden() {
      return description.get("golden");
    }

    /** Whether the official script ends with an error. */
    public boolean fails() {
      return golden().has("error");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** All cases, in the order of their names. */
  public static List<EdgeCase> all() {
    Map<String, Map<String, byte[]>> byName = new LinkedHashMap<>();
    try (InputStream in = EdgeCases.class.getResourceAsStream("evaluation/edge.tgz")) {
      if (in == null) {
        throw new IllegalStateException("There is no resource evaluation/edge.tgz");
      }
      TarFiles.read(in, name -> true)
          .forEach((path, text) -> {
            int slash = path.indexOf('/');
            byName
                .computeIfAbsent(path.substring(0, slash), name -> new LinkedHashMap<>())
                .put(path.substring(slash + 1), text);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<EdgeCase> cases = new ArrayList<>();
    byName.forEach((name, files) -> {
      byte[] text = files.get("case.json");
      if (text == null) {
        throw new IllegalStateException("Case " + name + " has no case.json");
      }
      JsonTree description = JsonTree.parse(text);
      cases.add(new EdgeCase(name, description.get("kind").text(), description, files));
    });
    return List.copyOf(cases);
  }

  /** The cases of a kind, "coco" or "retrieval". */
  public static List<EdgeCase> ofKind(String kind) {
    return all().stream().filter(edge -> edge.kind().equals(kind)).toList();
  }
}
