package org.homeward.console.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that browsers get: style, scripts. They are in memory, and their address names their
 * content, so that a browser asks once per release.
 */
public final class BrowserFiles {

  private static final List<String> OURS =
      List.of(
          "govuk-frontend.css",
          "console.css",
          "console.js",
          "crop.js",
          "point.js",
          "ground.js",
          "icon.svg",
          "notice.png");
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "png", "image/png",
          "svg", "image/svg+xml");

  /**
   * @param type its media type
   */
  record BrowserFile(String type, byte[] bytes) {}

  private final Map<String, BrowserFile> files = new TreeMap<>();
  private final String version;

  private BrowserFiles() {
    OURS.forEach(name -> files.put(name, read(name, "/assets/" + name)));
    files.put("htmx.js", read("htmx.js", HTMX));
    version = hash();
  }

  public static BrowserFiles read() {
    return new BrowserFiles();
  }

  private static BrowserFile read(String name, String resource) {
    try (InputStream in = BrowserFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      if (type == null) {
        throw new IllegalStateException(name + " has no type");
      }
      return new BrowserFile(type, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(file -> digest.update(file.bytes()));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Where they are, as {@code /assets/0a1b2c3d4e5f/}. */
  public String address() {
    return "/assets/" + version + "/";
  }

  Optional<BrowserFile> find(String of, String name) {
    return of.equals(version) ? Optional.ofNullable(files.get(name)) : Optional.empty();
  }
}
