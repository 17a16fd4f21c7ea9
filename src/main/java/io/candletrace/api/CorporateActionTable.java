package io.candletrace.api;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.CorporateActionLedger.Entry;
import io.candletrace.request.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits and dividends as CSV: a header with the JSON's keys in any order, one line each. */
final class CorporateActionTable {

    private CorporateActionTable() {}

    /** The entries; what is wrong is {@code INVALID_REQUEST} with the line's number. */
    static List<Entry> read(String text) {
        var entries = new ArrayList<Entry>();
        try (var reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(text)) {
            for (var row : reader) {
                entries.add(entry(row));
            }
        } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException malformed) {
            throw new ServiceException(
                    FailureReason.INVALID_REQUEST, "expected CSV, found something that does not parse", malformed);
        }
        return entries;
    }

    private static Entry entry(NamedCsvRecord row) {
        try {
            return new CorporateActionInput(
                            cell(row, "symbol"),
                            cell(row, "feed"),
                            cell(row, "ex_date"),
                            cell(row, "kind"),
                            number(row, "ratio"),
                            number(row, "amount"),
                            cell(row, "source"))
                    .toEntry();
        } catch (ServiceException wrong) {
            throw new ServiceException(
                    wrong.reason(), "line " + row.getStartingLineNumber() + ": " + wrong.detail(), wrong);
        }
    }

    private static Optional<String> cell(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<BigDecimal> number(NamedCsvRecord row, String column) {
        return cell(row, column).map(text -> {
            if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,20})?")) {
                throw Parameters.invalid(column, "a plain decimal number", text);
            }
            return new BigDecimal(text);
        });
    }
}
