package org.homeward.local.node;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for each process of a node: healthy at once, unless a file in its data says else. */
public final class StubService {
  private StubService() {}

  public static void main(String[] arguments) throws Exception {
    String process = arguments.length > 0 ? arguments[0] : "";
    boolean isService = System.getProperty("java.class.path").endsWith("service.jar");
    if (process.equals("again") && !isService) { // no service knows how
      StartAgain.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    if (process.equals("engines") || process.equals("mail")) {
      for (String argument : arguments) {
        int port =
            argument.contains("-port=")
                ? Integer.parseInt(argument.substring(argument.indexOf('=') + 1))
                : 0;
        if (argument.startsWith("--page-port=")) {
          serve(port, Path.of("."));
        } else if (port > 0) {
          listen(port);
        }
      }
      System.out.println("READY stub");
      fillWhileTold(Path.of("fills-" + process));
    } else {
      Path data = Path.of(System.getenv("HOMEWARD_DATA"));
      serve(Integer.parseInt(System.getenv("SERVER_PORT")), data);
      String management = System.getenv("MANAGEMENT_SERVER_PORT");
      if (management != null) {
        serve(Integer.parseInt(management), data);
      }
      fillWhileTold(Path.of("fills-" + System.getenv("SERVER_PORT")));
    }
    Thread.currentThread().join();
  }

  /** A jar that starts this, whatever it is asked to start. */
  static Path jarIn(Path directory) throws IOException {
    var manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        classesOf(StubService.class) + " " + classesOf(StartAgain.class));
    Path jar = directory.resolve("stub.jar");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    return jar;
  }

  private static String classesOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  /** Fills its heap as long as a file is there. */
  private static void fillWhileTold(Path file) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              List<byte[]> kept = new ArrayList<>();
              while (true) {
                if (Files.exists(file)) {
                  kept.add(new byte[1 << 20]);
                }
                LockSupport.parkNanos(kept.isEmpty() ? 20_000_000 : 1);
              }
            });
  }

  private static void listen(int port) throws IOException {
    var socket = new ServerSocket(port, 8, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              try (socket) {
                while (true) {
                  socket.accept().close();
                }
              } catch (IOException ended) {
                // With it ends what a checkup asks for.
              }
            });
  }

  private static void serve(int port, Path data) throws IOException {
    if (Files.exists(data.resolve("dies-" + port))) {
      System.out.println("this one dies");
      System.exit(3);
    }
    if (Files.exists(data.resolve("stubborn-" + port))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> LockSupport.parkNanos(Long.MAX_VALUE)));
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
