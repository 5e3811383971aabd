package org.homeward.local.node;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Stands in for each process of a node: healthy at once, unless a file in its data says else. */
public final class StubService {
  private StubService() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("engines")) {
      for (String argument : arguments) {
        if (argument.contains("-port=")) {
          listen(Integer.parseInt(argument.substring(argument.indexOf('=') + 1)));
        }
      }
      System.out.println("READY stub");
    } else {
      serve(
          Integer.parseInt(System.getenv("SERVER_PORT")), Path.of(System.getenv("HOMEWARD_DATA")));
    }
    Thread.currentThread().join();
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
