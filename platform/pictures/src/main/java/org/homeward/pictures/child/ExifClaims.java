package org.homeward.pictures.child;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.homeward.pictures.Claim;
import org.jspecify.annotations.Nullable;

/** The camera's claims beside the pixels. An unreadable claim counts as absent. */
final class ExifClaims {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

  private final Metadata metadata = new Metadata();

  ExifClaims(byte[] exif) {
    if (exif.length > 0) {
      new ExifReader().extract(new ByteArrayReader(exif), metadata);
    }
  }

  Orientation orientation() {
    @Nullable Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    @Nullable Integer value =
        first == null ? null : first.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return Orientation.of(value == null ? 1 : value);
  }

  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    @Nullable Directory camera = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    if (camera != null) {
      addTime(camera, claims);
    }
    @Nullable GpsDirectory satellites = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    if (satellites != null) {
      addPlace(satellites, claims);
    }
    return claims;
  }

  private static void addTime(Directory camera, List<Claim> claims) {
    @Nullable String time = camera.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
    @Nullable String zone = camera.getString(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
    if (time == null) {
      return;
    }
    String offset = zone != null && zone.matches("[+-][0-9]{2}:[0-9]{2}") ? zone : "";
    try {
      claims.add(new Claim.CameraTime(LocalDateTime.parse(time.strip(), TIME), offset));
    } catch (DateTimeException notSet) { // cameras write blanks or zeros
    }
  }

  private static void addPlace(GpsDirectory satellites, List<Claim> claims) {
    @Nullable GeoLocation place = satellites.getGeoLocation();
    if (place != null && !place.isZero()) {
      try {
        claims.add(new Claim.CameraPlace(place.getLatitude(), place.getLongitude()));
      } catch (IllegalArgumentException nowhere) { // not on the earth
      }
    }
    @Nullable Date time = satellites.getGpsDate();
    if (time != null) {
      claims.add(new Claim.SatelliteTime(time.toInstant()));
    }
  }
}
