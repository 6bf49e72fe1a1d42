package dev.wardrobe.report;

/**
 * CSV in long form, one number a line: {@code task,scope,name,metric,value}. Lines end with a line
 * feed; texts are quoted as RFC 4180 says where they must be.
 */
final class LongCsv {
  private final StringBuilder csv = new StringBuilder("task,scope,name,metric,value\n");
  private final String task;

  LongCsv(String task) {
    this.task = task;
  }

  void add(String scope, String name, String metric, double value) {
    addText(scope, name, metric, Double.toString(value));
  }

  void add(String scope, String name, String metric, long value) {
    addText(scope, name, metric, Long.toString(value));
  }

  private void addText(String scope, String name, String metric, String value) {
    csv.append(task).append(',').append(scope).append(',').append(quoted(name)).append(',');
    csv.append(metric).append(',').append(value).append('\n');
  }

  private static String quoted(String text) {
    boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public String toString() {
    return csv.toString();
  }
}
