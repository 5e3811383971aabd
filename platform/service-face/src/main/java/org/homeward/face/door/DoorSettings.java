package org.homeward.face.door;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code homeward.door.*}.
 *
 * @param headers within so long after its first byte all headers of a request are there
 * @param body within so long a body is there, all of it
 * @param lowestRate so many bytes a second, on average, once the time for headers has passed
 * @param idle so long a connection is kept that nothing is sent on
 * @param slow paths with more time and room for a body
 * @param waiting so much memory all bodies together may take; callers whom nobody knows, half of it
 * @param connections so many at a time
 * @param share what one client may have of places and of memory for bodies; from this machine, of
 *     connections too
 * @param connectionShare what one client from elsewhere may have of the connections
 * @param proxies addresses, or ranges as 10.0.0.0/8, whose X-Forwarded-For is believed
 * @param hosts the addresses that the outside knows this process by; empty: any Host is taken
 * @param places how many requests at a time
 */
@ConfigurationProperties("homeward.door")
record DoorSettings(
    @DefaultValue("10s") Duration headers,
    @DefaultValue("30s") Duration body,
    @DefaultValue("1KB") DataSize lowestRate,
    @DefaultValue("60s") Duration idle,
    @DefaultValue List<Slow> slow,
    @DefaultValue("16MB") DataSize waiting,
    @DefaultValue("1000") int connections,
    @DefaultValue("0.5") double share,
    @DefaultValue("0.5") double connectionShare,
    @DefaultValue List<String> proxies,
    @DefaultValue List<URI> hosts,
    @DefaultValue Places places) {

  DoorSettings {
    slow = List.copyOf(slow);
    proxies = List.copyOf(proxies);
    hosts = List.copyOf(hosts);
    if (share <= 0 || share > 1) {
      throw new IllegalArgumentException("homeward.door.share is not between 0 and 1");
    }
    if (connectionShare <= 0 || connectionShare > 1) {
      throw new IllegalArgumentException("homeward.door.connection-share is not between 0 and 1");
    }
    if (headers.isNegative() || headers.isZero() || body.isNegative() || body.isZero()) {
      throw new IllegalArgumentException("homeward.door.headers and body are not positive");
    }
    if (connections < 1 || waiting.toBytes() < 1) {
      throw new IllegalArgumentException("homeward.door.connections and waiting are not positive");
    }
  }

  /** The share of one client of this many. */
  int shareOf(int all) {
    return Math.max(1, (int) (all * share));
  }

  /**
   * How many of this many connections one client may have; a client on this machine may be a proxy.
   */
  int connectionsOf(InetAddress client, int all) {
    return client.isLoopbackAddress() ? shareOf(all) : Math.max(1, (int) (all * connectionShare));
  }

  /**
   * A path whose bodies take their time, such as photos.
   *
   * @param path a pattern, as {@code /api/v1/cases/{id}/photos}
   * @param limit the largest body
   * @param within so long it may take
   */
  record Slow(String path, DataSize limit, Duration within) {}

  /**
   * How many requests at a time, by {@link Allowance}.
   *
   * @param open of callers whom nobody knows
   * @param staff of people with a token
   * @param pages of browsers
   * @param assets of browsers that load what a page is shown with
   * @param tips of strangers at the form for tips; each takes an open one too while it is stored
   * @param noticePages of strangers at the pages of public notices; each takes one of notices too
   * @param notices of whoever asks for public notices
   * @param noticePagePhotos of strangers that load pictures of public notices; each takes one of
   *     noticePhotos too
   * @param noticePhotos of whoever asks for pictures of public notices
   * @param partners of other nodes
   * @param partnerPhotos of other nodes that ask for a photo
   * @param police of desks that read
   * @param originals of desks that load a photo as it came
   * @param streams of desks that follow
   * @param changes of people who wait for something to change
   * @param stops of alerts
   */
  record Places(
      @DefaultValue("24") int open,
      @DefaultValue("64") int staff,
      @DefaultValue("64") int pages,
      @DefaultValue("64") int assets,
      @DefaultValue("16") int tips,
      @DefaultValue("32") int noticePages,
      @DefaultValue("48") int notices,
      @DefaultValue("16") int noticePagePhotos,
      @DefaultValue("24") int noticePhotos,
      @DefaultValue("32") int partners,
      @DefaultValue("4") int partnerPhotos,
      @DefaultValue("32") int police,
      @DefaultValue("2") int originals,
      @DefaultValue("80") int streams,
      @DefaultValue("240") int changes,
      @DefaultValue("16") int stops) {

    Places {
      IntStream all =
          IntStream.of(
              open,
              staff,
              pages,
              assets,
              tips,
              noticePages,
              notices,
              noticePagePhotos,
              noticePhotos,
              partners,
              partnerPhotos,
              police,
              originals,
              streams,
              changes,
              stops);
      if (all.anyMatch(places -> places < 1)) {
        throw new IllegalArgumentException("homeward.door.places are not all positive");
      }
    }

    int of(Allowance allowance) {
      return switch (allowance) {
        case OPEN -> open;
        case STAFF -> staff;
        case PAGES -> pages;
        case ASSETS -> assets;
        case TIPS -> tips;
        case NOTICE_PAGES -> noticePages;
        case NOTICES -> notices;
        case NOTICE_PAGE_PHOTOS -> noticePagePhotos;
        case NOTICE_PHOTOS -> noticePhotos;
        case PARTNERS -> partners;
        case PARTNER_PHOTOS -> partnerPhotos;
        case POLICE -> police;
        case ORIGINALS -> originals;
        case STREAMS -> streams;
        case CHANGES -> changes;
        case STOPS -> stops;
      };
    }
  }
}
