package org.homeward.face.conditional;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.homeward.face.door.WaitingBodies;
import org.homeward.face.problem.FaceProblem;

/** A request whose whole body is in memory; every stream starts at its beginning. */
public final class ReadRequest extends HttpServletRequestWrapper {

  private final byte[] body;

  private ReadRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
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

  byte[] body() {
    return body.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Bytes(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    private Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
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
