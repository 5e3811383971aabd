package org.homeward.alert.subscribers.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * The provider's message centre, and how this node logs in there. Without encryption only on the
 * same machine: numbers are personal data, and the password goes along.
 */
final class SmppServer {

  private static final int REFUSED = 0x64;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration BIND = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(20);

  /** With the library's own, receipts get lost as soon as they come in a bunch. */
  private static final int RECEIPTS_AT_A_TIME = 4;

  private static final int RECEIPTS_WAITING = 10_000;

  private final String host;
  private final int port;
  private final String systemId;
  private final Path passwordFile;
  private final Duration answer;
  private final SmppSource source;
  private final int window;

  /**
   * @param address host and port, as {@code smsc.example.org:3550}
   * @param passwordFile read at each login, so that a new password needs no restart
   * @param sender as recipients may see it: a number, or up to 11 letters
   * @param answer how long it may take for one segment
   * @param window so many segments at a time without an answer
   */
  SmppServer(
      String address,
      String systemId,
      Path passwordFile,
      String sender,
      Duration answer,
      int window) {
    int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("the provider of text messages is host:port");
    }
    this.host = address.substring(0, colon);
    this.port = Integer.parseInt(address.substring(colon + 1));
    this.systemId = systemId;
    this.passwordFile = passwordFile;
    this.source = SmppSource.of(sender);
    this.answer = answer;
    this.window = window;
  }

  /**
   * Logs in.
   *
   * @param receipts hears of the state in each receipt
   */
  SmppBond bind(Consumer<String> receipts) throws IOException {
    String password = Files.readString(passwordFile, UTF_8).strip();
    var session = new SMPPSession(SmppServer::connection);
    session.setPduProcessorDegree(RECEIPTS_AT_A_TIME);
    session.setQueueCapacity(RECEIPTS_WAITING);
    session.setTransactionTimer(answer.toMillis());
    session.setEnquireLinkTimer((int) LOOK_EVERY.toMillis());
    session.setMessageReceiverListener(new Receipts(receipts));
    var bond = new SmppBond(session, source, window);
    try {
      session.connectAndBind(
          host,
          port,
          new BindParameter(
              BindType.BIND_TRX,
              systemId,
              password,
              "",
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null),
          BIND.toMillis());
    } catch (IOException e) {
      session.close(); // the library leaves it open when it cannot write the login
      throw e;
    }
    return bond;
  }

  /** Asks for the name every time: providers move. */
  private static Connection connection(String host, int port) throws IOException {
    InetAddress machine = InetAddress.getByName(host);
    Socket plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.connect(new InetSocketAddress(machine, port), (int) CONNECT.toMillis());
      plain.setSoTimeout((int) BIND.toMillis());
      return new SocketConnection(
          machine.isLoopbackAddress() ? plain : encrypted(plain, host, port));
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private static Socket encrypted(Socket plain, String host, int port) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // else any certificate would do
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** What the provider tells by itself: only states of receipts are read, and counted. */
  private record Receipts(Consumer<String> states) implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm told) {
      if (told.isSmscDeliveryReceipt()) {
        states.accept(ReceiptState.of(new String(told.getShortMessage(), UTF_8)));
      }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification told) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm told, Session from) throws ProcessRequestException {
      throw new ProcessRequestException("not taken", REFUSED);
    }
  }
}
