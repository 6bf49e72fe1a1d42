package dev.wardrobe.torch.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers over the steps of a training, one row a step, under the names of its columns. */
final class MetricsTable {
  /** How many updates of the weights were made; every row has it, and rows ascend by it. */
  static final String STEP = "step";

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<double[]> rows = new ArrayList<>();

  /** Adds a row; new names become new columns. */
  void add(Map<String, Double> values) {
    values.keySet().forEach(name -> columns.putIfAbsent(name, columns.size()));
    double[] row = new double[columns.size()];
    int i = 0;
    for (String name : columns.keySet()) {
      row[i++] = values.getOrDefault(name, Double.NaN);
    }
    rows.add(row);
  }

  /** The names of the columns, in the order in which they came. */
  List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  int size() {
    return rows.size();
  }

  /** A number; NaN where a row has none. */
  double get(int row, String column) {
    Integer index = columns.get(column);
    double[] values = rows.get(row);
    return index == null || index >= values.length ? Double.NaN : values[index];
  }

  /** The numbers of a column, one a row; NaN where a row has none. */
  double[] column(String name) {
    double[] values = new double[rows.size()];
    Arrays.setAll(values, row -> get(row, name));
    return values;
  }

  /** A row by column, without what it does not have. */
  Map<String, Double> row(int index) {
    Map<String, Double> row = new LinkedHashMap<>();
    columns
        .keySet()
        .forEach(name -> {
          double value = get(index, name);
          if (!Double.isNaN(value)) {
            row.put(name, value);
          }
        });
    return Collections.unmodifiableMap(row);
  }
}
