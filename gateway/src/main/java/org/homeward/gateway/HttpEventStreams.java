package org.homeward.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;

/**
 * Handles answers without an end. The client reads any other abandoned answer to its end, to keep
 * its connection; it would read one of these for ever, without a reader.
 */
final class HttpEventStreams implements ExecChainHandler, SmartLifecycle {

  private final Set<Endless> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private volatile boolean stopped;

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    ClassicHttpResponse response = chain.proceed(request, scope);
    HttpEntity entity = response.getEntity();
    if (entity != null
        && entity.getContentType() != null
        && entity.getContentType().startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)) {
      response.setEntity(new Endless(entity, scope.execRuntime));
    }
    return response;
  }

  private final class Endless extends HttpEntityWrapper {

    private final ExecRuntime connection;

    Endless(HttpEntity entity, ExecRuntime connection) {
      super(entity);
      this.connection = connection;
      open.add(this);
      if (stopped) {
        cut();
      }
    }

    @Override
    public InputStream getContent() throws IOException {
      return new FilterInputStream(super.getContent()) {
        @Override
        public void close() {
          cut();
        }
      };
    }

    @Override
    public void close() {
      cut();
    }

    private void cut() {
      open.remove(this);
      connection.discardEndpoint();
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    stopped = true;
    open.forEach(Endless::cut);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The first to be stopped: the web server ends only when no request is under way. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
