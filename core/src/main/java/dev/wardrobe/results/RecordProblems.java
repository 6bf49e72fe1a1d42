package dev.wardrobe.results;

import dev.wardrobe.json.JsonFault;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the records of one part of a file, and what follows from it under a policy. A
 * part's records are numbered from 1; parts are joined in the order of the file.
 */
public final class RecordProblems {
  private final BadResults policy;
  private final List<Entry> first = new ArrayList<>();
  private long records;
  private long listed;
  private long scoredOfficially;
  private long foreignPhotos;
  private long taken;
  private long lastTaken;

  /** A problem at a record of this part. */
  private record Entry(long record, String field, String found, String expected) {}

  /** No problems yet. */
  public RecordProblems(BadResults policy) {
    this.policy = policy;
  }

  /** Begins the next record. */
  public void nextRecord() {
    records++;
  }

  /** How many records were begun. */
  public long records() {
    return records;
  }

  /**
   * Something is wrong with the current record.
   *
   * @param official whether the official scripts score such a record
   * @return whether it is to be scored all the same
   */
  public boolean take(boolean official, String field, String found, String expected) {
    return takeAt(records, official, field, found, expected);
  }

  /** As {@link #take}, of an earlier record; may be called by several threads. */
  public synchronized boolean takeAt(
      long record, boolean official, String field, String found, String expected) {
    if (official && policy == BadResults.OFFICIAL) {
      taken += record == lastTaken ? 0 : 1; // a record may have two problems
      lastTaken = record;
      return true;
    }
    scoredOfficially += official ? 1 : 0;
    list(record, field, found, expected);
    return false;
  }

  /** The current record is about a photo that the ground truth does not have: never scored. */
  public boolean takeForeignPhoto(long imageId) {
    foreignPhotos++;
    return take(false, "image_id", "" + imageId, "the id of one of the photos of the ground truth");
  }

  /** The current record is where the file cannot be read on. */
  public void takeBreak(JsonFault fault) {
    String rest = fault.atEnd() ? "; the file seems cut off" : "; nothing after it can be read";
    take(false, "", fault.found(), fault.expected() + rest);
  }

  private void list(long record, String field, String found, String expected) {
    listed++;
    keep(new Entry(record, field, found, expected));
  }

  /** Keeps the first ones in the order of the file, in whatever order they are found. */
  private void keep(Entry entry) {
    int place = first.size();
    while (place > 0 && first.get(place - 1).record > entry.record) {
      place--;
    }
    if (place < ProblemList.LISTED) {
      first.add(place, entry);
    }
    if (first.size() > ProblemList.LISTED) {
      first.removeLast();
    }
  }

  /** Adds what the next part of the file has. */
  public void append(RecordProblems next) {
    for (Entry entry : next.first) {
      keep(new Entry(records + entry.record, entry.field, entry.found, entry.expected));
    }
    records += next.records;
    listed += next.listed;
    scoredOfficially += next.scoredOfficially;
    foreignPhotos += next.foreignPhotos;
    taken += next.taken;
    lastTaken = 0;
  }

  /** How many problems leave their record out, or the whole file. */
  public long count() {
    return listed;
  }

  /** How many records were taken although something is wrong with them. */
  public long taken() {
    return taken;
  }

  /** The first problems, in the order of the file. */
  public ProblemList list(String file) {
    ProblemList problems = new ProblemList();
    for (Entry entry : first) {
      problems.add(new ResultProblem(file, entry.record, entry.field, entry.found, entry.expected));
    }
    problems.countOthers(listed - first.size());
    return problems;
  }

  /**
   * Ends the reading of a file.
   *
   * @param what the file as the user named it
   * @throws ResultsException if there are problems, and the policy is not to leave records out
   */
  public void refuse(String what, String file) {
    if (listed == 0 || policy == BadResults.SKIP) {
      return;
    }
    throw new ResultsException(
        "Refused %s: %s among %,d; %s"
            .formatted(
                what,
                listed == 1 ? "1 bad record" : "%,d bad records".formatted(listed),
                records,
                advice()),
        list(file));
  }

  private boolean allLack(String field) {
    return !field.isEmpty()
        && first.stream().allMatch(e -> e.found.equals("nothing") && e.field.equals(field));
  }

  private String advice() {
    String lenient = "mend the file, or leave such records out with --lenient";
    if (policy == BadResults.OFFICIAL) {
      return "not even the official scripts score such records; " + lenient;
    }
    if (foreignPhotos == listed) {
      return "is the ground truth that of another split? Otherwise " + lenient;
    }
    if (listed == records && allLack(first.getFirst().field)) {
      return "all lack %s: are these results of another task? Otherwise mend the file"
          .formatted(first.getFirst().field);
    }
    return scoredOfficially == listed
        ? lenient + ", or score them as the official scripts do with --as-official"
        : lenient;
  }
}
