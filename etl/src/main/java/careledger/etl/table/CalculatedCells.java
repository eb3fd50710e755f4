package careledger.etl.table;

import java.util.HashSet;
import java.util.Set;
import org.apache.poi.xssf.model.CalculationChain;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCalcCell;

/**
 * The cells of which an .xlsx shows that a spreadsheet program calculated them: Excel lists them in its chain of
 * calculation, and LibreOffice calculates all before it saves. Programs that only write formulas do neither.
 */
final class CalculatedCells {
    private final boolean all;
    private final Set<String> listed = new HashSet<>();

    CalculatedCells(XSSFWorkbook book) {
        String program = book.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .getApplication();
        this.all = program != null && program.startsWith("LibreOffice");
        CalculationChain chain = book.getCalculationChain();
        if (chain != null) {
            int sheet = 0;
            for (CTCalcCell cell : chain.getCTCalcChain().getCList()) {
                sheet = cell.isSetI() ? cell.getI() : sheet;
                listed.add(sheet + "!" + cell.getR());
            }
        }
    }

    boolean contains(XSSFCell cell) {
        if (all) {
            return true;
        }
        long sheet = cell.getSheet().getWorkbook().getCTWorkbook().getSheets().getSheetList().stream()
                .filter(one -> one.getName().equals(cell.getSheet().getSheetName()))
                .findFirst()
                .orElseThrow()
                .getSheetId();
        return listed.contains(sheet + "!" + cell.getReference());
    }
}
