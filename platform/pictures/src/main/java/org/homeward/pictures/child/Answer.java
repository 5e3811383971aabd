package org.homeward.pictures.child;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.homeward.pictures.Claim;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendition;

/** The answer of the child process. It may have been taken over: nothing in it is believed. */
public sealed interface Answer {

  /**
   * @param width of the area, upright, in pixels of what was sent
   */
  record Made(int width, int height, Map<Rendition, byte[]> jpegs, List<Claim> claims)
      implements Answer {
    public Made {
      jpegs = Map.copyOf(jpegs);
      claims = List.copyOf(claims);
    }
  }

  record Unmade(Refusal rule) implements Answer {}

  /** More than four pictures can have. */
  int MOST_BYTES = 16 << 20;

  /** At the start of each answer. */
  int MARK = 0x484D5057;

  default void write(OutputStream to) throws IOException {
    var out = new DataOutputStream(to);
    out.writeInt(MARK);
    switch (this) {
      case Unmade(Refusal rule) -> out.writeUTF(rule.name());
      case Made made -> {
        out.writeUTF("");
        out.writeInt(made.width());
        out.writeInt(made.height());
        for (Rendition rendition : Rendition.values()) {
          byte[] jpeg = requireNonNull(made.jpegs().get(rendition));
          out.writeInt(jpeg.length);
          out.write(jpeg);
        }
        out.writeByte(made.claims().size());
        for (Claim claim : made.claims()) {
          write(claim, out);
        }
      }
    }
    out.flush();
  }

  private static void write(Claim claim, DataOutputStream out) throws IOException {
    switch (claim) {
      case Claim.CameraTime(LocalDateTime at, String offset) -> {
        out.writeByte('c');
        out.writeUTF(at.toString());
        out.writeUTF(offset);
      }
      case Claim.SatelliteTime(Instant at) -> {
        out.writeByte('s');
        out.writeLong(at.toEpochMilli());
      }
      case Claim.CameraPlace(double latitude, double longitude) -> {
        out.writeByte('p');
        out.writeDouble(latitude);
        out.writeDouble(longitude);
      }
    }
  }

  /**
   * @throws IOException when these bytes are no answer
   */
  static Answer read(byte[] bytes) throws IOException {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("the child process says what cannot be", e);
    }
  }

  private static Answer read(DataInputStream in) throws IOException {
    if (in.readInt() != MARK) {
      throw new IOException("the child process does not answer");
    }
    String refused = in.readUTF();
    if (!refused.isEmpty()) {
      return new Unmade(Refusal.valueOf(refused));
    }
    int width = in.readInt();
    int height = in.readInt();
    Map<Rendition, byte[]> jpegs = new EnumMap<>(Rendition.class);
    for (Rendition rendition : Rendition.values()) {
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new IOException("the child process promises more than it sends");
      }
      jpegs.put(rendition, in.readNBytes(length));
    }
    List<Claim> claims = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      claims.add(claim(in));
    }
    return new Made(width, height, jpegs, claims);
  }

  private static Claim claim(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 'c' -> new Claim.CameraTime(LocalDateTime.parse(in.readUTF()), in.readUTF());
      case 's' -> new Claim.SatelliteTime(Instant.ofEpochMilli(in.readLong()));
      case 'p' -> new Claim.CameraPlace(in.readDouble(), in.readDouble());
      default -> throw new IOException("the child process claims what is no claim");
    };
  }
}
