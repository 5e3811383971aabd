package org.homeward.face.conditional;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.homeward.face.door.WaitingBodies;
import org.homeward.face.problem.FaceProblem;

/** A request whose whole body is in memory; every stream starts at its beginning. */
public final class ReadRequest extends HttpServletRequestWrapper {

  private final List<byte[]> pieces;

  private ReadRequest(HttpServletRequest request, List<byte[]> pieces) {
    super(request);
    this.pieces = pieces;
  }

  /**
   * Reads the body, counting what really comes.
   *
   * @throws org.homeward.face.problem.ProblemException when it is too large, there is no room for
   *     it now, or it breaks off
   */
  public static ReadRequest of(HttpServletRequest request, WaitingBodies.Room room) {
    try {
      return new ReadRequest(request, room.read(request));
    } catch (IOException brokenOff) {
      // One that was too slow has its answer from Tomcat already.
      throw FaceProblem.MALFORMED.exception();
    }
  }

  /** SHA-256 of the body, hex. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      pieces.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public ServletInputStream getInputStream() {
    List<ByteArrayInputStream> streams = pieces.stream().map(ByteArrayInputStream::new).toList();
    return new Bytes(new SequenceInputStream(Collections.enumeration(streams)), length());
  }

  private long length() {
    return pieces.stream().mapToLong(piece -> piece.length).sum();
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Bytes extends ServletInputStream {

    private final InputStream bytes;
    private long left;

    private Bytes(InputStream bytes, long left) {
      this.bytes = bytes;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      int read = bytes.read();
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = bytes.read(into, offset, length);
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public boolean isFinished() {
      return left == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("bodies are read blocking");
    }
  }
}
