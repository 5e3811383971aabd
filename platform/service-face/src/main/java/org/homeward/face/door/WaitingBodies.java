package org.homeward.face.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The memory of bodies from their first byte until their answer: bounded for all together, for
 * callers without a token, and for each caller. An announced length costs nothing, and a small body
 * of a known caller is always accepted: it may be a stop. A body on a slow path may hold its memory
 * for minutes, so slow bodies of callers without a token leave a quarter of theirs to short ones.
 */
public final class WaitingBodies {

  private final long most;
  private final long mostUnknown;
  private final long mostSlowUnknown;
  private final long mostOfStranger;
  private final long mostOfKnown;
  private final Clients clients;
  private final DoorSettings settings;
  private final List<PathPattern> slow;
  private final AtomicLong all = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();
  private final AtomicLong slowUnknown = new AtomicLong();
  private final ConcurrentMap<String, AtomicLong> byCaller = new ConcurrentHashMap<>();

  public WaitingBodies(DoorSettings settings, Clients clients) {
    most = settings.waiting().toBytes();
    mostUnknown = most / 2;
    mostSlowUnknown = mostUnknown / 4 * 3;
    mostOfStranger = Math.max(1, (long) (mostUnknown * settings.share()));
    mostOfKnown = Math.max(1, (long) (most * settings.share()));
    this.clients = clients;
    this.settings = settings;
    slow =
        settings.slow().stream()
            .map(path -> PathPatternParser.defaultInstance.parse(path.path()))
            .toList();
  }

  /**
   * Room for one body; closed when its request has been answered.
   *
   * @param usual how large it may be, unless its path is one of the slow ones
   */
  public Room room(HttpServletRequest request, int usual) {
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    int limit = usual;
    Duration within = settings.body();
    boolean isSlow = false;
    for (int i = 0; i < slow.size(); i++) {
      if (slow.get(i).matches(path)) {
        limit = Math.toIntExact(settings.slow().get(i).limit().toBytes());
        within = settings.slow().get(i).within();
        isSlow = true;
      }
    }
    DoorProcessor.allow(within);
    Optional<String> subject = Callers.subject();
    return subject.isPresent()
        ? new Room(subject.map(name -> "subject " + name), true, isSlow, limit)
        : new Room(clients.networkOf(request), false, isSlow, limit);
  }

  public long taken() {
    return all.get();
  }

  /** How much one body takes. */
  public final class Room implements AutoCloseable {

    private static final int FIRST_PIECE = 1024;
    private static final int LARGEST_PIECE = 64 * 1024;

    /** A body of 4 KB and what reads it; connections bound how many there are. */
    private static final int RESERVED = 12 * 1024;

    private final Optional<String> caller;
    private final boolean known;
    private final boolean isSlow;
    private final int limit;
    private long held;

    private Room(Optional<String> caller, boolean known, boolean isSlow, int limit) {
      this.caller = caller;
      this.known = known;
      this.isSlow = isSlow;
      this.limit = limit;
    }

    /**
     * The whole body, in pieces that take room as they come; a picture is never there twice.
     *
     * @throws org.homeward.face.problem.ProblemException when it is too large, or there is no room
     *     for it now
     */
    public List<byte[]> read(HttpServletRequest request) throws IOException {
      long announced = request.getContentLengthLong();
      if (announced > limit) {
        throw FaceProblem.TOO_LARGE.exception();
      }
      boolean chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
      return announced > 0 || chunked ? pieces(request.getInputStream()) : List.of();
    }

    private List<byte[]> pieces(InputStream in) throws IOException {
      List<byte[]> pieces = new ArrayList<>();
      long length = 0;
      for (int size = FIRST_PIECE; ; size = Math.min(2 * size, LARGEST_PIECE)) {
        take(size);
        byte[] piece = in.readNBytes(size);
        pieces.add(piece);
        length += piece.length;
        if (length > limit) {
          throw FaceProblem.TOO_LARGE.exception();
        }
        if (piece.length < size) {
          give(size - piece.length);
          return pieces;
        }
      }
    }

    private void take(int bytes) {
      held += bytes;
      long total = all.addAndGet(bytes);
      long ofUnknown = known ? 0 : unknown.addAndGet(bytes);
      long ofSlow = known || !isSlow ? 0 : slowUnknown.addAndGet(bytes);
      long ofCaller = caller.map(who -> add(who, bytes)).orElse(0L);
      if (known && held <= RESERVED) {
        return;
      }
      if (ofCaller > (known ? mostOfKnown : mostOfStranger)) {
        throw FaceProblem.TOO_MANY.exception();
      }
      if (total > most || ofUnknown > mostUnknown || ofSlow > mostSlowUnknown) {
        throw FaceProblem.UNAVAILABLE.exception();
      }
    }

    private void give(long bytes) {
      held -= bytes;
      all.addAndGet(-bytes);
      caller.ifPresent(who -> add(who, -bytes));
      if (!known) {
        unknown.addAndGet(-bytes);
        slowUnknown.addAndGet(isSlow ? -bytes : 0);
      }
    }

    @Override
    public void close() {
      give(held);
    }
  }

  private long add(String caller, long bytes) {
    AtomicLong now =
        byCaller.compute(
            caller,
            (_, before) -> {
              var sum = before == null ? new AtomicLong() : before;
              return sum.addAndGet(bytes) == 0 ? null : sum;
            });
    return now == null ? 0 : now.get();
  }
}
