package org.homeward.alert.orders.openphotos;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.posters.FindFace;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.photos.ListedPhotos;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.photos.PhotoCopy;
import org.homeward.alert.photos.PhotoSource;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.store.Aggregates;
import org.homeward.pictures.keeping.PhotoBytes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** The pictures of public alerts. */
@Configuration(proxyBeanMethods = false)
public class OpenPhotosConfiguration {

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.GET, AlertPhotosController.PHOTO, Role.SUPERVISOR, Role.AUTHORITY));
  }

  @Bean
  Aggregate<PhotoCopy> openPhotoCopies(
      Aggregates aggregates, ObjectProvider<PhotoCopies> keptOpenPhotos) {
    return aggregates
        .of("open-photo-copies", PhotoCopy.class)
        .askedBy(PhotoCopy.NOTICE)
        .alarm(id -> keptOpenPhotos.getObject().due(id))
        .declared();
  }

  @Bean
  PhotoCopies keptOpenPhotos(
      Aggregate<PhotoCopy> openPhotoCopies,
      AlertStates alertStates,
      PhotoBytes photoBytes,
      DerivedIds ids,
      Clock clock) {
    return new PhotoCopies(
        openPhotoCopies.documents(),
        listed(alertStates, ids, clock),
        PhotoCopies.Again.WHEN_LISTED,
        photoBytes,
        clock);
  }

  /** What no page may show now is not kept either: held and ended are alike. */
  static ListedPhotos listed(AlertStates states, DerivedIds ids, Clock clock) {
    return alert -> {
      Map<String, Set<String>> listed = new TreeMap<>();
      if (states.effectiveOnceBegun(alert, clock.instant()) // upholds 4
          instanceof AlertStates.Effective.Goes(Alert.Active active)) {
        for (OpenPhoto photo : states.photosNow(active).values()) {
          listed.put(ReadOpenPhoto.link(ids, alert, photo), photo.digests().keySet());
        }
      }
      return listed;
    };
  }

  @Bean
  ReadOpenPhoto readOpenPhoto(
      PhotoCopies keptOpenPhotos, PhotoSource photosForPublic, DerivedIds ids, Clock clock) {
    return new ReadOpenPhoto(keptOpenPhotos, photosForPublic, ids, clock);
  }

  @Bean
  FindFace approvedFace(AlertStates alertStates, ReadOpenPhoto readOpenPhoto) {
    return new ApprovedFace(alertStates, readOpenPhoto);
  }

  /** First: whatever the other answers do, a crash among them leaves the alarm set. */
  @Bean
  @Order(0)
  DropOpenPhotos dropOpenPhotos(PhotoCopies keptOpenPhotos, Aggregate<Alert> alerts) {
    return new DropOpenPhotos(keptOpenPhotos, alerts.documents());
  }

  @Bean
  AlertPhotosController alertPhotosController(SeeAlert seeAlert, ReadOpenPhoto readOpenPhoto) {
    return new AlertPhotosController(seeAlert, readOpenPhoto);
  }
}
