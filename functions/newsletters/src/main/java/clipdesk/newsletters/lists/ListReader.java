package clipdesk.newsletters.lists;

import clipdesk.common.digests.Sha256;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list line by line. Of the lines before nothing is held but eight bytes of each address,
 * by which a second line of a person is found: the first one counts.
 */
public final class ListReader implements AutoCloseable {
  /** Lines of people in a file. */
  static final long MOST_LINES = 200_000;

  private static final int LONGEST_RECORD = 65_536;

  private final CloseableIterator<CsvRecord> records;
  private final ListHeader header;
  private final LineRules rules;
  private final Set<Long> seen = new HashSet<>();
  private long next = 1;
  private long count;

  /**
   * @throws RefusedListException if the first line is no header
   */
  public ListReader(InputStream file, LineRules rules) throws IOException {
    this.rules = rules;
    var text = new BufferedReader(new LineText(file));
    this.records =
        CsvReader.builder()
            .fieldSeparator(ListHeader.separator(text))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .maxBufferSize(LONGEST_RECORD)
            .ofCsvRecord(text)
            .iterator();
    this.header = ListHeader.of(record().map(CsvRecord::getFields).orElse(List.of()));
  }

  /**
   * So many lines more, or those that are left.
   *
   * @throws RefusedListException for what spoils the file as a whole
   */
  public List<ListLine> read(int limit) {
    var lines = new ArrayList<ListLine>();
    while (lines.size() < limit) {
      var record = record();
      if (record.isEmpty()) {
        break;
      }
      lines.add(line(record.get()));
    }
    return lines;
  }

  /** Passes lines that were read before. */
  public void skip(long lines) {
    for (long i = 0; i < lines; i++) {
      record().ifPresent(this::line);
    }
  }

  private Optional<CsvRecord> record() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      var record = records.next();
      long start = record.getStartingLineNumber();
      next = start + 1 + record.getFields().stream().mapToLong(ListReader::breaks).sum();
      if (!records.hasNext()) {
        if (record.getFields().equals(List.of(LineText.END))) {
          return Optional.empty();
        }
        throw new RefusedListException("not-csv", start);
      }
      return Optional.of(record);
    } catch (CsvParseException e) {
      if (e.getCause() instanceof RefusedListException refused) {
        throw refused;
      }
      throw new RefusedListException("not-csv", next);
    }
  }

  private static long breaks(String cell) {
    return cell.chars().filter(it -> it == '\n').count();
  }

  private ListLine line(CsvRecord record) {
    long number = record.getStartingLineNumber();
    if (++count > MOST_LINES) {
      throw new RefusedListException("too-many-lines", number);
    }
    if (!header.fits(record.getFields())) {
      return new ListLine.Bad(number, "", "cells");
    }
    var line = rules.line(number, header, record.getFields());
    return line instanceof ListLine.Good good && !seen.add(hash(good.person()))
        ? new ListLine.Bad(number, Column.EMAIL.title(), "repeated")
        : line;
  }

  private static long hash(ListedPerson person) {
    return ByteBuffer.wrap(Sha256.of(person.email().text())).getLong();
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
