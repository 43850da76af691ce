package clipdesk.media.sound;

import clipdesk.cutter.index.TrackInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A sound as Amazon Transcribe takes it ("Data input and output" of its guide): as it is in the
 * master where that will do, else made of it.
 *
 * @param copy writes the sound of a master to a file, as it is
 * @param remake makes AAC of two channels of such a file
 */
record TakenSound(Copy copy, Remake remake) {
  private static final int MOST_CHANNELS = 2;
  private static final int HIGHEST_RATE = 48_000;

  /** Tells what it wrote. */
  interface Copy {
    TrackInfo to(Path file) throws IOException, NoSoundException;
  }

  /** Leaves the copy alone. */
  interface Remake {
    void of(Path copy, Path file) throws IOException, NoSoundException;
  }

  /** Writes to a file that is not there yet, in a folder that has room for a second one. */
  void write(Path file) throws IOException, NoSoundException {
    var copied = file.resolveSibling("copy.mp4");
    try {
      if (isTaken(copy.to(copied))) {
        Files.move(copied, file);
      } else {
        remake.of(copied, file);
      }
    } finally {
      Files.deleteIfExists(copied);
    }
  }

  private static boolean isTaken(TrackInfo sound) {
    return sound.codec().equals("aac")
        && sound.channels() <= MOST_CHANNELS
        && sound.sampleRate() <= HIGHEST_RATE;
  }
}
