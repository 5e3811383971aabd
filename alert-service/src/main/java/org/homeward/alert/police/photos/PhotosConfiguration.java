package org.homeward.alert.police.photos;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.alert.photos.PhotoCopies;
import org.homeward.alert.photos.PhotoCopy;
import org.homeward.alert.photos.PhotoSource;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.frame.store.Aggregates;
import org.homeward.pictures.keeping.PhotoBytes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The copies of photos that police were shown. */
@Configuration(proxyBeanMethods = false)
public class PhotosConfiguration {

  @Bean
  Aggregate<PhotoCopy> photoCopies(Aggregates aggregates, ObjectProvider<PhotoCopies> keptPhotos) {
    return aggregates
        .of("photo-copies", PhotoCopy.class)
        .askedBy(PhotoCopy.NOTICE)
        .alarm(id -> keptPhotos.getObject().due(id))
        .declared();
  }

  @Bean
  PhotoCopies keptPhotos(
      Aggregate<PhotoCopy> photoCopies,
      Aggregate<PoliceNotice> policeNotices,
      PhotoBytes photoBytes,
      Clock clock) {
    return new PhotoCopies(
        photoCopies.documents(),
        notice -> listed(policeNotices.documents(), notice),
        PhotoCopies.Again.NEVER,
        photoBytes,
        clock);
  }

  private static Map<String, Set<String>> listed(
      GuardedDocuments<PoliceNotice> notices, String notice) {
    return notices
        .find(notice)
        .map(Guarded::state)
        .filter(PoliceNotice.Active.class::isInstance)
        .map(state -> ((PoliceNotice.Active) state).photos())
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(NoticePhoto::id, photo -> photo.digests().keySet()));
  }

  @Bean
  ReadPhoto readPhoto(PhotoCopies keptPhotos, PhotoSource photosForPolice) {
    return new ReadPhoto(keptPhotos, photosForPolice);
  }

  @Bean
  DropPhotos dropPhotos(PhotoCopies keptPhotos, TellPolice tellPolice) {
    return new DropPhotos(keptPhotos, tellPolice);
  }
}
