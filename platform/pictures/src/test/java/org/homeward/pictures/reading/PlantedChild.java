package org.homeward.pictures.reading;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.Samples;
import org.homeward.pictures.child.Answer;

/** A child process that a picture has taken over, or that does not come to an end. */
final class PlantedChild {

  private PlantedChild() {}

  static final class Hangs {
    public static void main(String[] arguments) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  static final class HangsForHeic {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      if (new DataInputStream(System.in).readUTF().equals(PictureFormat.HEIC.name())) {
        new CountDownLatch(1).await();
      }
      Map<Rendition, byte[]> jpegs = new EnumMap<>(Rendition.class);
      for (Rendition rendition : Rendition.values()) {
        jpegs.put(rendition, Samples.jpeg(40, 40));
      }
      new Answer.Made(40, 40, jpegs, List.of()).write(System.out);
    }
  }

  static final class IsKilled {
    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(128 + 9);
    }
  }

  static final class Crashes {
    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(128 + 11);
    }
  }

  static final class TakesAllMemory {
    public static void main(String[] arguments) {
      List<byte[]> all = new ArrayList<>();
      while (true) {
        all.add(new byte[10_000_000]);
      }
    }
  }

  static final class Babbles {
    public static void main(String[] arguments) throws IOException {
      byte[] noise = new byte[1 << 16];
      while (true) {
        System.out.write(noise);
      }
    }
  }

  static final class SaysItsEnvironment {
    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(System.getenv().containsKey("PATH") ? 1 : 128 + 11);
    }
  }

  static final class AddsItsOwn {
    public static void main(String[] arguments) throws IOException {
      byte[] plain = Samples.jpeg(40, 40);
      var longer = new ByteArrayOutputStream();
      longer.writeBytes(plain);
      longer.writeBytes("<script>".getBytes(StandardCharsets.US_ASCII));
      Map<Rendition, byte[]> jpegs = new EnumMap<>(Rendition.class);
      for (Rendition rendition : Rendition.values()) {
        jpegs.put(rendition, longer.toByteArray());
      }
      new Answer.Made(40, 40, jpegs, List.of()).write(System.out);
    }
  }
}
