package org.homeward.pictures.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.pictures.Refusal;

/**
 * The parts of a HEIC. They may name others, and each other again and again, so that a few
 * kilobytes ask a decoder for hours of work.
 */
final class HeicItems {

  /** A photo of 50 million pixels has some two hundred tiles. */
  private static final int MOST = 512;

  /** The last row and column of tiles reach beyond the picture. */
  private static final double MOST_PIXELS_OF_TILES = 2.0 * Structures.MOST_PIXELS;

  /** Made of others, and of no use in a photo. */
  private static final Set<String> DERIVED = Set.of("iovl", "iden", "tili");

  private static final String GRID = "grid";
  private static final int FLAGS = 3;
  private static final int PROTECTION = 2;
  private static final int WIDE = 1;

  private final Map<Long, String> types = new HashMap<>();
  private final Map<Long, Double> pixels = new HashMap<>();
  private final List<Double> properties = new ArrayList<>();
  private final List<Association> associations = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private int count;

  private record Reference(String kind, long from, long to) {}

  private record Association(long item, int property) {}

  /** {@code iinf}: the items with their types. */
  void list(Cursor in) throws Flaw {
    int version = in.u8();
    in.skip(FLAGS + (version == 0 ? 2 : 4)); // the boxes are counted as they come
    while (in.left() > 0) {
      HeicWalk.Box box = HeicWalk.Box.next(in);
      if (box.name().equals("infe")) {
        item(box.content());
      }
    }
  }

  private void item(Cursor in) throws Flaw {
    int version = in.u8();
    Flaw.unless(version == 2 || version == 3, Refusal.DAMAGED); // others have no type
    in.skip(FLAGS);
    long id = version == 2 ? in.u16() : in.u32();
    in.skip(PROTECTION);
    String type = in.letters(4);
    Flaw.unless(!DERIVED.contains(type), Refusal.UNREADABLE);
    Flaw.unless(types.put(id, type) == null, Refusal.DAMAGED);
    Flaw.unless(types.size() <= MOST, Refusal.TOO_MANY_PIXELS);
  }

  /** {@code iref}: which items name which. */
  void refer(Cursor in) throws Flaw {
    boolean wide = in.u8() > 0;
    in.skip(FLAGS);
    while (in.left() > 0) {
      HeicWalk.Box box = HeicWalk.Box.next(in);
      long from = id(box.content(), wide);
      int named = box.content().u16();
      count += named;
      Flaw.unless(count <= MOST, Refusal.TOO_MANY_PIXELS);
      for (int i = 0; i < named; i++) {
        references.add(new Reference(box.name(), from, id(box.content(), wide)));
      }
    }
  }

  /** One of {@code ipco}, in turn. */
  void property(double area) {
    properties.add(area);
  }

  /** {@code ipma}: which properties an item has. */
  void associate(Cursor in) throws Flaw {
    boolean wide = in.u8() > 0;
    in.skip(FLAGS - 1);
    boolean many = (in.u8() & WIDE) != 0;
    long items = in.u32();
    for (long i = 0; i < items; i++) {
      long item = id(in, wide);
      int named = in.u8();
      for (int n = 0; n < named; n++) {
        int property = many ? in.u16() & 0x7FFF : in.u8() & 0x7F;
        associations.add(new Association(item, property));
      }
    }
  }

  private static long id(Cursor in, boolean wide) throws Flaw {
    return wide ? in.u32() : in.u16();
  }

  /** When all of it is known: its boxes come in any order. */
  void check() throws Flaw {
    for (Association each : associations) {
      if (each.property() > 0 && each.property() <= properties.size()) {
        pixels.merge(each.item(), properties.get(each.property() - 1), Math::max);
      }
    }
    double tiles = 0;
    for (Reference each : references) {
      if (each.kind().equals("dimg") && GRID.equals(types.get(each.from()))) {
        Flaw.unless(!GRID.equals(types.get(each.to())), Refusal.UNREADABLE);
        double area = pixels.getOrDefault(each.to(), 0.0);
        Flaw.unless(area > 0, Refusal.DAMAGED);
        tiles += area;
      }
    }
    Flaw.unless(tiles <= MOST_PIXELS_OF_TILES, Refusal.TOO_MANY_PIXELS);
  }
}
