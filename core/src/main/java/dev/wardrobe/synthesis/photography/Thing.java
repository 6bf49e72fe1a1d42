package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** What stands or hangs at the walls of rooms. */
enum Thing {
  BED(1.62),
  SOFA(1.5),
  ARMCHAIR(.74),
  WARDROBE(.98),
  SHELVES(.8),
  DRAWERS(1.1),
  DESK(1.06),
  DOOR(.78),
  WINDOW(1.15),
  PLANT(.4),
  LAMP(.34),
  HOOKS(.9),
  TABLE(1.0),
  COUNTER(1.6),
  BASIN(.75),
  TOWEL(.5),
  TUB(1.3),
  CURTAIN(.95),
  STOOL(.4),
  NOTHING(.7);

  private static final Thing[] BEDROOM = {
    BED, WARDROBE, SHELVES, DRAWERS, DESK, DOOR, WINDOW, WINDOW, PLANT, LAMP, NOTHING, ARMCHAIR, BED
  };
  private static final Thing[] LIVING_ROOM = {
    SOFA, SOFA, ARMCHAIR, SHELVES, DRAWERS, DOOR, WINDOW, WINDOW, PLANT, PLANT, LAMP, NOTHING, DESK
  };
  private static final Thing[] HALL = {
    DOOR, DOOR, HOOKS, HOOKS, DRAWERS, PLANT, STOOL, NOTHING, WINDOW, SHELVES, LAMP
  };
  private static final Thing[] BATHROOM = {
    BASIN, BASIN, TOWEL, TOWEL, TUB, DOOR, PLANT, WINDOW, SHELVES, NOTHING, STOOL
  };
  private static final Thing[] FITTING_ROOM = {
    CURTAIN, CURTAIN, CURTAIN, STOOL, HOOKS, NOTHING, PLANT
  };
  private static final Thing[] CAFE = {
    TABLE, TABLE, TABLE, COUNTER, COUNTER, PLANT, WINDOW, SHELVES, NOTHING
  };
  private static final Thing[] SHOWROOM = {NOTHING, PLANT, STOOL, NOTHING, LAMP, DRAWERS, NOTHING};

  private final double width;

  Thing(double width) {
    this.width = width;
  }

  /** How much of the wall it takes, in figure units. */
  double width() {
    return width;
  }

  /** A thing for a kind of room. */
  static Thing in(Setting.Kind kind, Dice dice) {
    Thing[] things =
        switch (kind) {
          case BEDROOM -> BEDROOM;
          case LIVING_ROOM -> LIVING_ROOM;
          case HALL -> HALL;
          case BATHROOM -> BATHROOM;
          case FITTING_ROOM -> FITTING_ROOM;
          case CAFE -> CAFE;
          default -> SHOWROOM;
        };
    return things[dice.below(things.length)];
  }
}
