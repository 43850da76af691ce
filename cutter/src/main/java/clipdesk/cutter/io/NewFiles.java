package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The files that one piece of work is making. What was not published is removed on closing, and
 * nothing else ever is: every name is created exclusively. Safe for use by several threads, so a
 * shutdown hook may close it in the middle of the work.
 */
public final class NewFiles implements AutoCloseable {
  private final Links links;
  private final Set<Path> unpublished = new HashSet<>();
  private boolean closed;

  /** Gives a file a second name, where the file system can. */
  @FunctionalInterface
  interface Links {
    void link(Path name, Path existing) throws IOException;
  }

  public NewFiles() {
    this(Files::createLink);
  }

  NewFiles(Links links) {
    this.links = links;
  }

  /**
   * Creates a file in the target's folder under a name that is nobody's and fits every file system,
   * however long the target's own is.
   */
  public NewFile beside(Path target) throws IOException {
    return create(target.toAbsolutePath().resolveSibling(".cut-" + UUID.randomUUID() + ".part"));
  }

  /**
   * Creates a file under its final name.
   *
   * @throws FileAlreadyExistsException if the name is taken
   */
  public NewFile at(Path target) throws IOException {
    return create(target.toAbsolutePath());
  }

  private synchronized NewFile create(Path path) throws IOException {
    requireOpen();
    var channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    unpublished.add(path);
    return new NewFile(this, path, channel);
  }

  synchronized void keep(Path path) throws IOException {
    requireOpen();
    unpublished.remove(path);
  }

  synchronized void publish(Path path, Path target) throws IOException {
    requireOpen();
    if (linked(path, target)) {
      remove(path);
    } else {
      claimAndMove(path, target);
    }
  }

  /** A link fails where the name is taken; a move would replace it. */
  private boolean linked(Path path, Path target) throws IOException {
    try {
      links.link(target, path);
      return true;
    } catch (FileAlreadyExistsException taken) {
      throw new FileAlreadyExistsException(target.toString());
    } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
      return false;
    }
  }

  /** FAT, exFAT and many FUSE mounts have no hard links. */
  private void claimAndMove(Path path, Path target) throws IOException {
    Files.createFile(target);
    unpublished.add(target);
    try {
      move(path, target);
    } catch (IOException e) {
      remove(target);
      throw e;
    }
    unpublished.remove(target);
  }

  synchronized void replace(Path path, Path target) throws IOException {
    requireOpen();
    move(path, target);
  }

  private void move(Path path, Path target) throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    unpublished.remove(path);
  }

  synchronized void remove(Path path) throws IOException {
    if (unpublished.remove(path)) {
      Files.deleteIfExists(path);
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("The work was stopped");
    }
  }

  /** Removes what was not published; nothing can be created or published from now on. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    for (var path : Set.copyOf(unpublished)) {
      remove(path);
    }
  }
}
