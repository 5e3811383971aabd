package org.homeward.alert.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.homeward.testkit.FreePorts;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/**
 * A provider's message centre, over the real protocol, that does what a test tells it, and by the
 * end of the number: {@code 0002} refuses for good, {@code 0003} for now, {@code 0004} never
 * answers and {@code 0005} ends the connection, all once it has the message.
 */
public final class ScriptedSmsc implements AutoCloseable {

  public static final String LOGIN = "homeward";
  public static final String PASSWORD = "smpp-pw1";

  public static final String REFUSES = "0002";
  public static final String BUSY = "0003";
  public static final String HANGS = "0004";
  public static final String DROPS = "0005";

  public static final int THROTTLED = 0x58;

  /** In place of a status: it never answers. */
  public static final int SILENCE = -1;

  private static final int CANCEL_FAILED = 0x11;
  private static final int INVALID_ADDRESS = 0x0b;
  private static final int SYSTEM_ERROR = 0x08;
  private static final int INVALID_PASSWORD = 0x0e;
  private static final int BIND_MILLIS = 10_000;
  private static final int AT_A_TIME = 60;
  private static final int UDH = 6;
  private static final int UCS_2 = 8;

  private final SMPPServerSessionListener server;
  private final int port;
  private final Deque<Integer> script = new ConcurrentLinkedDeque<>();
  private final List<String> cancelled = new CopyOnWriteArrayList<>();
  private final Set<String> cancelledFor = ConcurrentHashMap.newKeySet();
  private volatile boolean deliversAtOnce;
  private volatile boolean isNameless;
  private volatile String held = "";
  private volatile int throttlesCancels;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Set<SMPPServerSession> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger binds = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A segment that came whole, whatever was answered.
   *
   * @param reference by which its sender knows the message
   */
  public record Received(
      String to,
      String from,
      String validity,
      int coding,
      byte[] bytes,
      int reference,
      boolean head) {

    /** Its letters; those beyond ASCII only in UCS-2. */
    public String text() {
      byte[] body = head ? Arrays.copyOfRange(bytes, UDH, bytes.length) : bytes;
      return new String(body, coding == UCS_2 ? UTF_16BE : ISO_8859_1);
    }
  }

  private ScriptedSmsc() throws IOException {
    port = FreePorts.take(1).getFirst();
    server = new SMPPServerSessionListener(port);
    server.setPduProcessorDegree(AT_A_TIME);
    Thread.ofPlatform().daemon().name("scripted smsc").start(this::accept);
  }

  public static ScriptedSmsc start() {
    try {
      return new ScriptedSmsc();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The status of the next answers, one each; 0 takes the message. */
  public ScriptedSmsc answering(Integer... statuses) {
    script.addAll(Arrays.asList(statuses));
    return this;
  }

  /** It holds nothing any more that could be cancelled. */
  public ScriptedSmsc deliveringAtOnce() {
    deliversAtOnce = true;
    return this;
  }

  /** It takes messages, and gives none of them an id. */
  public void withoutIds() {
    isNameless = true;
  }

  /** It has delivered everything but this one. */
  public void holdingOnly(String id) {
    held = id;
  }

  /** It refuses to be asked for now. */
  public void throttlingCancels(boolean throttles) {
    throttlesCancels = throttles ? THROTTLED : 0;
  }

  /** Whether it was asked not to deliver something to a number with a plus sign. */
  public boolean hasCancelled(String number) {
    return cancelledFor.contains(number);
  }

  /** The ids of the segments that it was asked not to deliver. */
  public List<String> cancelled() {
    return cancelled;
  }

  public List<Received> received() {
    return received;
  }

  /** What came for a number with a plus sign, segment after segment. */
  public List<Received> receivedBy(String number) {
    return received.stream().filter(each -> ("+" + each.to()).equals(number)).toList();
  }

  /** The texts that came for a number, each put together, in the order of their first segments. */
  public List<String> texts(String number) {
    return List.copyOf(
        receivedBy(number).stream()
            .collect(
                Collectors.groupingBy(
                    Received::reference,
                    LinkedHashMap::new,
                    Collectors.mapping(Received::text, Collectors.joining())))
            .values());
  }

  public int binds() {
    return binds.get();
  }

  /** As a provider that is restarted. */
  public void dropConnections() {
    open.forEach(ScriptedSmsc::drop);
  }

  /** From another thread: the library waits for its own ones. */
  private static void drop(SMPPServerSession session) {
    Thread.ofPlatform().daemon().start(session::close);
  }

  /** Tells what became of a message. */
  public void receipt(Received message, String state) throws Exception {
    String text =
        "id:1 sub:001 dlvrd:001 submit date:2603011200 done date:2603011201 stat:%s err:000 text:x"
            .formatted(state);
    for (SMPPServerSession session : open) {
      session.deliverShortMessage(
          "",
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          message.to(),
          TypeOfNumber.UNKNOWN,
          NumberingPlanIndicator.ISDN,
          message.from(),
          new ESMClass(0x04),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(0),
          new RawDataCoding((byte) 0),
          text.getBytes(ISO_8859_1));
    }
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        SMPPServerSession session = server.accept();
        session.setMessageReceiverListener(new Receiver());
        Thread.ofPlatform().daemon().start(() -> bind(session));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      BindRequest asked = session.waitForBind(BIND_MILLIS);
      if (!LOGIN.equals(asked.getSystemId()) || !PASSWORD.equals(asked.getPassword())) {
        asked.reject(INVALID_PASSWORD);
        return;
      }
      open.add(session);
      binds.incrementAndGet();
      asked.accept("smsc");
    } catch (IOException | TimeoutException | PDUStringException | IllegalStateException gone) {
      open.remove(session);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropConnections();
  }

  private final class Receiver implements ServerMessageReceiverListener {

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm sent, SMPPServerSession session)
        throws ProcessRequestException {
      OptionalParameter.User_message_reference reference =
          sent.getOptionalParameter(OptionalParameter.User_message_reference.class);
      received.add(
          new Received(
              sent.getDestAddress(),
              sent.getSourceAddr(),
              Objects.requireNonNullElse(sent.getValidityPeriod(), ""),
              sent.getDataCoding(),
              sent.getShortMessage(),
              reference.getValue(),
              sent.isUdhi()));
      int status = status(sent.getDestAddress(), session);
      if (status != 0) {
        throw new ProcessRequestException("scripted", status);
      }
      try {
        return new SubmitSmResult(
            new MessageId(isNameless ? "" : String.valueOf(ids.incrementAndGet())),
            new OptionalParameter[0]);
      } catch (PDUStringException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private int status(String to, SMPPServerSession session) {
      Integer told = script.poll();
      if (told != null) {
        return told == SILENCE ? silent() : told;
      }
      return switch (to.substring(to.length() - REFUSES.length())) {
        case REFUSES -> INVALID_ADDRESS;
        case BUSY -> SYSTEM_ERROR;
        case HANGS -> silent();
        case DROPS -> {
          drop(session);
          yield silent();
        }
        default -> 0;
      };
    }

    /** Answers when nobody listens any more. */
    private int silent() {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return SYSTEM_ERROR;
    }

    @Override
    public void onAcceptCancelSm(CancelSm sent, SMPPServerSession session)
        throws ProcessRequestException {
      if (throttlesCancels != 0) {
        throw new ProcessRequestException("throttled", throttlesCancels);
      }
      cancelled.add(sent.getMessageId());
      cancelledFor.add("+" + sent.getDestinationAddress());
      if (deliversAtOnce || !held.isEmpty() && !held.equals(sent.getMessageId())) {
        throw new ProcessRequestException("delivered already", CANCEL_FAILED);
      }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sent, SMPPServerSession session)
        throws ProcessRequestException {
      throw refused();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm sent, SMPPServerSession session)
        throws ProcessRequestException {
      throw refused();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm sent, SMPPServerSession session)
        throws ProcessRequestException {
      throw refused();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sent, SMPPServerSession session)
        throws ProcessRequestException {
      throw refused();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm sent, SMPPServerSession session)
        throws ProcessRequestException {
      throw refused();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
        QueryBroadcastSm sent, SMPPServerSession session) throws ProcessRequestException {
      throw refused();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm sent, Session session)
        throws ProcessRequestException {
      throw refused();
    }

    private ProcessRequestException refused() {
      return new ProcessRequestException("not scripted", SYSTEM_ERROR);
    }
  }
}
