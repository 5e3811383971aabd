package org.homeward.pictures.structure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.homeward.pictures.Refusal;
import org.junit.jupiter.api.Test;

/** A few kilobytes that would take a decoder hours. */
class HeicWalkTest {
  private static final int GRID = 1;
  private static final int PICTURE = 2;

  @Test
  void aGridOfAPhoneIsWhole() {
    int[] tiles = IntStream.rangeClosed(2, 193).toArray();
    List<byte[]> items = new ArrayList<>(List.of(item(GRID, "grid")));
    for (int tile : tiles) {
      items.add(item(tile, "hvc1"));
    }

    assertThat(walk(items, sizes(8064, 6048, 512, 512), sized(193), named("dimg", GRID, tiles)))
        .isInstanceOf(Walk.Sound.class);
  }

  @Test
  void onePictureAgainAndAgainIsRefused() {
    assertThat(gridOf(500, 7000, 7000)).isEqualTo(Refusal.TOO_MANY_PIXELS);
    assertThat(gridOf(3, 7000, 7000)).isEqualTo(Refusal.TOO_MANY_PIXELS);
  }

  @Test
  void moreReferencesThanAPhotoHasAreRefused() {
    assertThat(gridOf(513, 64, 64)).isEqualTo(Refusal.TOO_MANY_PIXELS);
  }

  @Test
  void moreItemsThanAPhotoHasAreRefused() {
    List<byte[]> items = IntStream.range(0, 513).mapToObj(i -> item(i, "hvc1")).toList();

    assertThat(refused(items, sizes(64, 64, 64, 64), sized(2))).isEqualTo(Refusal.TOO_MANY_PIXELS);
  }

  @Test
  void tilesOfUnknownSizeAreRefused() {
    assertThat(
            refused(
                List.of(item(GRID, "grid"), item(PICTURE, "hvc1")),
                sizes(64, 64, 64, 64),
                sized(1),
                named("dimg", GRID, PICTURE)))
        .isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void gridsOfGridsAreRefused() {
    assertThat(
            refused(
                List.of(item(GRID, "grid"), item(PICTURE, "grid")),
                sizes(64, 64, 64, 64),
                sized(2),
                named("dimg", GRID, PICTURE)))
        .isEqualTo(Refusal.UNREADABLE);
  }

  @Test
  void whatPilesPicturesUpIsRefused() {
    for (String type : List.of("iovl", "iden", "tili")) {
      assertThat(refused(List.of(item(GRID, type)), sizes(64, 64, 64, 64), sized(1)))
          .as(type)
          .isEqualTo(Refusal.UNREADABLE);
    }
  }

  /** Whatever the order of the boxes. */
  private static Refusal gridOf(int references, int width, int height) {
    int[] all = new int[references];
    Arrays.fill(all, PICTURE);
    return refused(
        List.of(item(GRID, "grid"), item(PICTURE, "hvc1")),
        sizes(7000, 7000, width, height),
        sized(2),
        named("dimg", GRID, all));
  }

  private static Refusal refused(List<byte[]> items, byte[] ipco, byte[] ipma, byte[]... refs) {
    Walk walk = walk(items, ipco, ipma, refs);
    assertThat(walk).isInstanceOf(Walk.Flawed.class);
    return ((Walk.Flawed) walk).rule();
  }

  private static Walk walk(List<byte[]> items, byte[] ipco, byte[] ipma, byte[]... refs) {
    byte[] iinf = box("iinf", shorts(0, 0, items.size()), joined(items));
    byte[] iref = box("iref", shorts(0, 0), joined(List.of(refs)));
    byte[] iprp = box("iprp", ipco, ipma);
    List<byte[]> parts = new ArrayList<>(List.of(iinf, iref, iprp));
    byte[] forwards = joined(parts);
    Collections.reverse(parts);
    Walk walk = Structures.walk(file(forwards));
    Walk backwards = Structures.walk(file(joined(parts)));
    assertThat(backwards).hasSameClassAs(walk);
    return walk;
  }

  private static byte[] file(byte[] meta) {
    byte[] brands = "heic\0\0\0\0heic".getBytes(ISO_8859_1);
    return joined(
        List.of(box("ftyp", brands), box("meta", shorts(0, 0), meta), box("mdat", new byte[] {1})));
  }

  private static byte[] item(int id, String type) {
    return box("infe", shorts(0x0200, 0, id, 0), type.getBytes(ISO_8859_1), new byte[1]);
  }

  /** The first of the picture, the second of its tiles. */
  private static byte[] sizes(int width, int height, int tileWidth, int tileHeight) {
    return box("ipco", size(width, height), size(tileWidth, tileHeight));
  }

  private static byte[] size(int width, int height) {
    return box("ispe", shorts(0, 0, 0, width, 0, height));
  }

  /** The items 1 to this have sizes. */
  private static byte[] sized(int last) {
    List<byte[]> all = new ArrayList<>(List.of(shorts(0, 0, 0, last)));
    for (int id = 1; id <= last; id++) {
      all.add(shorts(id));
      all.add(new byte[] {1, (byte) (0x80 | (id == GRID ? 1 : 2))});
    }
    return box("ipma", joined(all));
  }

  private static byte[] named(String kind, int from, int... to) {
    return box(kind, shorts(from, to.length), shorts(to));
  }

  private static byte[] shorts(int... values) {
    ByteBuffer all = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      all.putShort((short) value);
    }
    return all.array();
  }

  private static byte[] box(String name, byte[]... parts) {
    byte[] content = joined(List.of(parts));
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(name.getBytes(ISO_8859_1))
        .put(content)
        .array();
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(all::put);
    return all.array();
  }
}
