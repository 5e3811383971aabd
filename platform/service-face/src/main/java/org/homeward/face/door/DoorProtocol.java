package org.homeward.face.door;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP with deadlines for whole requests, and without the leniencies that proxies and
 * servers understand differently. Tomcat makes it by name; ADR 0015 says why it exists.
 */
public final class DoorProtocol extends Http11NioProtocol {

  /** The processor that reads on this thread. */
  static final ScopedValue<DoorProcessor> READER = ScopedValue.newInstance();

  private final DoorEndpoint endpoint;

  public DoorProtocol() {
    this(new DoorEndpoint());
  }

  private DoorProtocol(DoorEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  void keep(DoorSettings settings) {
    endpoint.keep(settings);
    setProcessorCache(DoorEndpoint.KEPT);
    int headers = Math.toIntExact(settings.headers().toMillis());
    setConnectionTimeout(headers);
    setKeepAliveTimeout(Math.toIntExact(settings.idle().toMillis()));
    // Or getConnectionUploadTimeout is not asked for.
    setDisableUploadTimeout(false);
    setConnectionUploadTimeout(headers);
    // Nobody is told to go on with a body before somebody wants to read it.
    setContinueResponseTiming("onRead");
  }

  @Override
  protected Processor createProcessor() {
    return new DoorProcessor(this, getAdapter());
  }

  /**
   * Asked once for each request: when its headers have been read, and before Tomcat drops the one
   * of two lengths that it does not believe. There is no other such place.
   *
   * @throws IllegalArgumentException Tomcat answers it with 400 and closes the connection
   */
  @Override
  public int getConnectionUploadTimeout() {
    if (READER.isBound()) {
      StrictHeaders.check(READER.get().getRequest());
    }
    return super.getConnectionUploadTimeout();
  }
}
