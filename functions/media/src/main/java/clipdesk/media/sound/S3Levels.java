package clipdesk.media.sound;

import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.sound.SoundLevels;
import clipdesk.transcript.timing.Activity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a sound out of its master, and decodes the copy. */
final class S3Levels implements Levels {
  private final S3MasterSounds sounds;
  private final Path folder;

  /**
   * @param folder has room for a sound
   */
  S3Levels(S3MasterSounds sounds, Path folder) {
    this.sounds = sounds;
    this.folder = folder;
  }

  @Override
  public double[] of(Video video, Track.Sound track) throws IOException, NoSoundException {
    var file = Files.createTempDirectory(folder, "levels").resolve("sound.m4a");
    try {
      sounds.copy(video, track, file);
      return SoundLevels.of(file, Activity.STEP_MS, Math.toIntExact(video.durationMs()));
    } catch (UnsupportedMasterException e) {
      throw new NoSoundException(e);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(file.getParent());
    }
  }
}
