package clipdesk.media.sound;

import clipdesk.common.aws.S3ByteSource;
import clipdesk.contracts.catalogue.Track;
import clipdesk.contracts.catalogue.Video;
import clipdesk.cutter.SoundCopy;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.sound.SoundAsAac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Sound of the masters in their bucket, read at the place of its packets only. */
public final class S3MasterSounds {
  private final S3Client s3;
  private final String masters;

  public S3MasterSounds(S3Client s3, String masters) {
    this.s3 = s3;
    this.masters = masters;
  }

  /**
   * Writes the sound of a track, as it is in the master, to a file that is not there yet: some 60
   * MB an hour, of uncompressed sound a gigabyte.
   *
   * @return what was written
   * @throws NoSoundException if it cannot be taken out of the master
   * @throws IOException if it cannot be read or written this time
   */
  TrackInfo copy(Video video, Track.Sound track, Path file) throws IOException, NoSoundException {
    try (var master = source(video);
        var sink = new FileSink(file)) {
      return SoundCopy.copy(track.id(), MasterIndexReader.read(master), master, sink);
    } catch (UnsupportedMasterException | MalformedMasterException e) {
      throw new NoSoundException(e);
    }
  }

  /**
   * Writes the sound of a track as Amazon Transcribe takes it to a file that is not there yet: some
   * 60 MB an hour, beside which there has to be room for it as it is in the master.
   *
   * @throws NoSoundException if it cannot be taken out of the master, or not be decoded
   * @throws IOException if it cannot be read or written this time
   */
  public void copyAsTaken(Video video, Track.Sound track, Path file)
      throws IOException, NoSoundException {
    var durationMs = Math.toIntExact(video.durationMs());
    new TakenSound(to -> copy(video, track, to), (copy, to) -> remake(copy, durationMs, to))
        .write(file);
  }

  private static void remake(Path copy, int durationMs, Path file)
      throws IOException, NoSoundException {
    try (var sink = new FileSink(file)) {
      SoundAsAac.write(copy, durationMs, sink);
    } catch (UnsupportedMasterException e) {
      throw new NoSoundException(e);
    }
  }

  private S3ByteSource source(Video video) {
    var file = video.master().file();
    return new S3ByteSource(
        s3,
        new S3ByteSource.Version(
            masters, file.key(), Optional.of(file.versionId()), file.etag(), file.sizeBytes()));
  }
}
