package org.homeward.local.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Compressed bytes, so that ten thousand mails fit into a small heap. */
final class PackedText {
  private final byte[] packed;

  private PackedText(byte[] packed) {
    this.packed = packed;
  }

  static PackedText of(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (var deflated = new DeflaterOutputStream(out)) {
      deflated.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackedText(out.toByteArray());
  }

  byte[] bytes() {
    try (var inflated = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return inflated.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
