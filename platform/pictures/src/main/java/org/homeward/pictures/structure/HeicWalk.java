package org.homeward.pictures.structure;

import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Refusal;

/**
 * Walks through the boxes of a HEIC. Places inside it are counted from its beginning, so that no
 * box can be left out; nothing may follow the last one.
 */
final class HeicWalk {
  private static final int HEAD = 8;
  private static final int LARGE_HEAD = 16;
  private static final int VERSION = 4;

  private final byte[] file;
  private final HeicItems items = new HeicItems();
  private boolean pixels;
  private boolean described;
  private boolean sized;
  private long width;
  private long height;

  HeicWalk(byte[] file) {
    this.file = file;
  }

  Walk.Sound walk() throws Flaw {
    var in = new Cursor(file);
    while (in.left() > 0) {
      Box box = Box.next(in);
      switch (box.name()) {
        case "meta" -> {
          Flaw.unless(!described, Refusal.DAMAGED);
          described = true;
          box.content().skip(VERSION);
          describe(box.content());
        }
        case "moov" -> throw new Flaw(Refusal.ANIMATED);
        case "mdat" -> pixels = true;
        default -> {}
      }
    }
    Flaw.unless(described && pixels, Refusal.DAMAGED);
    Flaw.unless(width > 0 && height > 0, Refusal.NO_PIXELS);
    Flaw.unless(
        width <= Structures.MOST_PIXELS && height <= Structures.MOST_PIXELS,
        Refusal.TOO_MANY_PIXELS);
    return new Walk.Sound(PictureFormat.HEIC, (int) width, (int) height, file, Structures.NOTHING);
  }

  private void describe(Cursor boxes) throws Flaw {
    while (boxes.left() > 0) {
      Box box = Box.next(boxes);
      switch (box.name()) {
        case "iinf" -> items.list(box.content());
        case "iref" -> items.refer(box.content());
        case "iprp" -> properties(box.content());
        default -> {}
      }
    }
    items.check();
  }

  private void properties(Cursor boxes) throws Flaw {
    while (boxes.left() > 0) {
      Box box = Box.next(boxes);
      switch (box.name()) {
        case "ipco" -> sizes(box.content());
        case "ipma" -> items.associate(box.content());
        default -> {}
      }
    }
  }

  /** The largest of the pictures inside: the one that the tiles make together. */
  private void sizes(Cursor boxes) throws Flaw {
    Flaw.unless(!sized, Refusal.DAMAGED); // a second list would change what numbers mean
    sized = true;
    while (boxes.left() > 0) {
      Box box = Box.next(boxes);
      if (!box.name().equals("ispe")) {
        items.property(0);
        continue;
      }
      box.content().skip(VERSION);
      long across = box.content().u32();
      long down = box.content().u32();
      items.property(across * (double) down);
      if (across > 0 && down > 0 && across * (double) down > width * (double) height) {
        width = across;
        height = down;
      }
    }
  }

  /** Its name, and what is in it. */
  record Box(String name, Cursor content) {

    static Box next(Cursor in) throws Flaw {
      long length = in.u32();
      String name = in.letters(4);
      int head = HEAD;
      if (length == 1) {
        Flaw.unless(in.u32() == 0, Refusal.TRUNCATED); // beyond four gigabytes
        length = in.u32();
        head = LARGE_HEAD;
      } else if (length == 0) {
        length = (long) in.left() + head; // to the end
      }
      Flaw.unless(length >= head, Refusal.DAMAGED);
      return new Box(name, in.part(length - head));
    }
  }
}
