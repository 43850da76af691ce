package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Sources of this package and the failing one of tests, one after the other. */
class ByteSourcesTest {
  private static final int NEVER = -1;

  private static MemorySource memory(byte[] bytes) {
    return new MemorySource(bytes, "master");
  }

  @Nested
  class Memory extends ByteSourceContract {
    @Override
    protected ByteSource open(byte[] bytes) {
      return memory(bytes);
    }
  }

  @Nested
  class File extends ByteSourceContract {
    @TempDir private Path folder;

    @Override
    protected ByteSource open(byte[] bytes) throws IOException {
      return FileSource.open(Files.write(folder.resolve("master"), bytes));
    }
  }

  @Nested
  class Counting extends ByteSourceContract {
    @Override
    protected ByteSource open(byte[] bytes) {
      return new CountingSource(memory(bytes));
    }
  }

  @Nested
  class Recent extends ByteSourceContract {
    @Override
    protected ByteSource open(byte[] bytes) {
      return new RecentReads(memory(bytes));
    }
  }

  @Nested
  class Failing extends ByteSourceContract {
    @Override
    protected ByteSource open(byte[] bytes) {
      return new FailingSource(memory(bytes), NEVER);
    }
  }

  @Nested
  class Cached extends ByteSourceContract {
    @Override
    protected ByteSource open(byte[] bytes) {
      var cached = new CachedReader(memory(bytes));
      return new ForwardingSource(cached.source()) {
        @Override
        public void read(long offset, ByteBuffer into) throws IOException {
          into.put(cached.read(offset, into.remaining()));
        }
      };
    }
  }
}
