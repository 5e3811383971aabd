package org.homeward.alert.subscribers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.homeward.alert.trial.ScriptedWebhook;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems that are slow, lie or attack, on real sockets. */
class HttpPostsIT {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration ENOUGH = Duration.ofSeconds(4);

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final ScriptedWebhook system = ScriptedWebhook.start("localhost");
  private final SignedMessage message =
      new SignedMessage(
          Map.of("webhook-id", "msg_1"), "{\"type\":\"alert.issued\"}".getBytes(UTF_8));
  private final HttpPosts demo = posts(true, InetAddress::getAllByName, 4);

  private HttpPosts posts(boolean loopback, HttpPosts.Resolve resolve, int places) {
    return new HttpPosts(new AddressRule(loopback), resolve, CONNECT, places, clock);
  }

  @AfterEach
  void end() {
    demo.close();
    system.close();
  }

  private Post.Answer post(HttpPosts posts, String url, Duration within) {
    return post(posts, url, within, () -> true);
  }

  private Post.Answer post(HttpPosts posts, String url, Duration within, BooleanSupplier isStill) {
    return posts.post(URI.create(url), message, clock.instant().plus(within), isStill);
  }

  @Test
  void aNameThatLeadsToThisMachineIsNotConnectedTo() {
    int before = system.connections();
    try (HttpPosts posts =
        posts(false, host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, 4)) {
      String url = "https://hooks.example.org:" + system.port() + "/204";

      assertThat(post(posts, url, LONG)).isEqualTo(new Post.Answer.NotSent("address"));
    }
    assertThat(system.connections()).isEqualTo(before);
  }

  /** The name was public when it was registered, and its server answers otherwise now. */
  @Test
  void oneForbiddenAddressAmongGoodOnesIsEnough() throws UnknownHostException {
    InetAddress good = InetAddress.getByAddress("hooks.example.org", new byte[] {8, 8, 8, 8});
    InetAddress own = InetAddress.getByAddress("hooks.example.org", new byte[] {10, 0, 0, 1});
    try (HttpPosts posts = posts(false, host -> new InetAddress[] {good, own}, 4)) {
      assertThat(post(posts, "https://hooks.example.org/in", LONG))
          .isEqualTo(new Post.Answer.NotSent("address"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:%d/204", "https://127.0.0.1:%d/204"})
  void whatADemoRegisteredIsNotSentToWithoutIt(String url) {
    try (HttpPosts posts = posts(false, InetAddress::getAllByName, 4)) {
      assertThat(post(posts, url.formatted(system.port()), LONG))
          .isEqualTo(new Post.Answer.NotSent("address"));
    }
    assertThat(system.connections()).isZero();
  }

  @Test
  void aNameThatNobodyKnowsIsForLater() {
    try (HttpPosts posts =
        posts(
            true,
            host -> {
              throw new UnknownHostException(host);
            },
            4)) {
      assertThat(post(posts, "https://hooks.example.org/in", LONG))
          .isEqualTo(new Post.Answer.NotSent("unknown-host"));
    }
  }

  @Test
  void aNameServerThatHangsHoldsNothingUp() {
    var never = new CountDownLatch(1);
    try (HttpPosts posts =
        posts(
            true,
            host -> {
              try {
                never.await();
              } catch (InterruptedException closed) {
                throw new UnknownHostException(host);
              }
              return new InetAddress[0];
            },
            4)) {
      assertThat(post(posts, "https://hooks.example.org/in", Duration.ofMillis(50)))
          .isEqualTo(new Post.Answer.NotSent("deadline"));
    }
  }

  @Test
  void aSystemThatSpeaksNoTlsGetsNothing() {
    assertThat(post(demo, "https://localhost:" + system.port() + "/204", LONG))
        .isInstanceOf(Post.Answer.NotSent.class);
    assertThat(system.messages("204")).isEmpty();
  }

  @Test
  @Proves(4)
  void silenceEndsAtTheDeadlineAndTheConnectionWithIt() {
    assertThat(post(demo, system.url(ScriptedWebhook.HANG), ENOUGH))
        .isEqualTo(new Post.Answer.Lost("deadline"));
    await().until(() -> system.leftByClient() == 1);
  }

  @Test
  void answerWithoutEndIsCutOff() {
    Post.Answer answer = post(demo, system.url(ScriptedWebhook.ENDLESS), LONG);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Post.Answer.Answered.class,
            answered -> {
              assertThat(answered.status()).isEqualTo(200);
              assertThat(answered.body().length).isLessThanOrEqualTo(16 * 1024);
            });
    await().until(() -> system.leftByClient() == 1);
  }

  @Test
  void headWithoutEndIsCutOff() {
    assertThat(post(demo, system.url(ScriptedWebhook.ENDLESS_HEAD), LONG))
        .isInstanceOf(Post.Answer.Lost.class);
    await().until(() -> system.leftByClient() == 1);
  }

  @Test
  void whoFindsNoPlaceInTimeIsHeld() throws InterruptedException {
    try (HttpPosts one = posts(true, InetAddress::getAllByName, 1)) {
      Thread hanging =
          Thread.ofVirtual().start(() -> post(one, system.url(ScriptedWebhook.HANG), ENOUGH));
      await().until(() -> !system.messages(ScriptedWebhook.HANG).isEmpty());

      assertThat(post(one, system.url("204"), Duration.ofMillis(20)))
          .isEqualTo(new Post.Answer.Held("busy"));
      hanging.join();
      assertThat(post(one, system.url("204"), LONG)).isInstanceOf(Post.Answer.Answered.class);
    }
  }

  @Test
  @Proves(4)
  void whoWaitedForAPlaceLooksAgainBeforeItSendsAnything() throws InterruptedException {
    var first = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    var stopped = new AtomicBoolean();
    try (HttpPosts one = posts(true, host -> once(host, first, free), 1)) {
      Thread holds = Thread.ofVirtual().start(() -> post(one, system.url("202"), LONG));
      first.await();
      var answer = new AtomicReference<Post.Answer>();
      Thread waits =
          Thread.ofVirtual()
              .start(() -> answer.set(post(one, system.url("204"), LONG, () -> !stopped.get())));
      await().until(() -> waits.getState() == Thread.State.TIMED_WAITING);

      stopped.set(true);
      free.countDown();
      holds.join();
      waits.join();

      assertThat(answer.get()).isEqualTo(new Post.Answer.Held("stopped"));
      assertThat(system.messages("202")).hasSize(1);
      assertThat(system.messages("204")).isEmpty();
    }
  }

  private static InetAddress[] once(String host, CountDownLatch asked, CountDownLatch free)
      throws UnknownHostException {
    asked.countDown();
    try {
      free.await();
    } catch (InterruptedException closed) {
      throw new UnknownHostException(host);
    }
    return InetAddress.getAllByName(host);
  }

  /** A name server, a connection and a handshake may take seconds. */
  @Test
  @Proves(4)
  void whatIsStoppedWhileItConnectsDoesNotLeave() {
    var stopped = new AtomicBoolean();
    HttpPosts.Resolve slow =
        host -> {
          stopped.set(true);
          return InetAddress.getAllByName(host);
        };
    try (HttpPosts posts = posts(true, slow, 4)) {
      assertThat(post(posts, system.url("204"), LONG, () -> !stopped.get()))
          .isEqualTo(new Post.Answer.Held("stopped"));
    }
    assertThat(post(demo, system.url("202"), LONG)).isInstanceOf(Post.Answer.Answered.class);
    assertThat(system.messages("204")).isEmpty();
  }
}
