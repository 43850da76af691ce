package clipdesk.media.recognition;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.sound.NoSoundException;
import clipdesk.media.sound.S3MasterSounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects {@code sound/{videoId}/{masterVersion}/{track}.m4a} beside the transcripts. */
final class S3Sounds implements Sounds {
  private final S3Client s3;
  private final S3MasterSounds masters;
  private final String bucket;
  private final Path folder;

  /**
   * @param folder has room for a sound as it is in a master: some 60 MB an hour, or a gigabyte
   */
  S3Sounds(S3Client s3, S3MasterSounds masters, String bucket, Path folder) {
    this.s3 = s3;
    this.masters = masters;
    this.bucket = bucket;
    this.folder = folder;
  }

  @Override
  public String keep(Video video, Track.Sound track) throws IOException, NoSoundException {
    var key = "sound/%s/%s/%s.m4a".formatted(video.videoId(), video.masterVersion(), track.id());
    keep(key, file -> masters.copyAsTaken(video, track, file));
    return key;
  }

  /** Writes a sound to a file that is not there yet. */
  interface Copy {
    void to(Path file) throws IOException, NoSoundException;
  }

  void keep(String key, Copy copy) throws IOException, NoSoundException {
    if (isKept(key)) {
      return;
    }
    var file = Files.createTempDirectory(folder, "sound").resolve("sound.m4a");
    try {
      copy.to(file);
      s3.putObject(put -> put.bucket(bucket).key(key).contentType("audio/mp4"), file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(file.getParent());
    }
  }

  private boolean isKept(String key) {
    try {
      s3.headObject(head -> head.bucket(bucket).key(key));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }
}
