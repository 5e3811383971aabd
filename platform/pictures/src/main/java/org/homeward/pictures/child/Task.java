package org.homeward.pictures.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.structure.Walk;

/** The request to the child process: these pixels, of this area. */
public record Task(Walk.Sound picture, Area area) {

  public void write(OutputStream to) throws IOException {
    var out = new DataOutputStream(to);
    out.writeUTF(picture.format().name());
    out.writeInt(picture.width());
    out.writeInt(picture.height());
    out.writeShort(area.left());
    out.writeShort(area.top());
    out.writeShort(area.width());
    out.writeShort(area.height());
    writeBytes(out, picture.exif());
    writeBytes(out, picture.pixels());
    out.flush();
  }

  static Task read(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    PictureFormat format = PictureFormat.valueOf(in.readUTF());
    int width = in.readInt();
    int height = in.readInt();
    var area = new Area(in.readShort(), in.readShort(), in.readShort(), in.readShort());
    byte[] exif = readBytes(in);
    byte[] pixels = readBytes(in);
    return new Task(new Walk.Sound(format, width, height, pixels, exif), area);
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
