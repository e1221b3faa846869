import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about many files in one start of Java.
 *
 * <p>Example: {@code Validate ua1,3a letter.pdf} prints, a line each and with tabs between:
 * verdict, the flavour that veraPDF used, number of checks, file, and the rules that were broken.
 * The verdict is PASS or FAIL; whoever asks must also look that the flavour is the one asked for,
 * because veraPDF takes 1a when it does not know a name.
 */
public final class Validate {
    private Validate() {}

    /** The first argument names the flavours, with commas; the others are files. */
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int file = 1; file < arguments.length; file++) {
            for (String name : arguments[0].split(",")) {
                System.out.println(verdict(PDFAFlavour.fromString(name), arguments[file]));
            }
        }
    }

    private static String verdict(PDFAFlavour flavour, String file) throws Exception {
        try (InputStream bytes = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
                PDFAValidator judge = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = judge.validate(parser);
            String word = result.isCompliant() ? "PASS" : "FAIL";
            int checks = result.getTotalAssertions();
            String used = flavour.getId();
            return String.join("\t", word, used, "" + checks, file, broken(result).toString());
        }
    }

    private static TreeSet<String> broken(ValidationResult result) {
        TreeSet<String> rules = new TreeSet<>();
        for (TestAssertion check : result.getTestAssertions()) {
            if (check.getStatus() == TestAssertion.Status.FAILED) {
                String text = check.getRuleId().getClause() + " " + check.getMessage();
                rules.add(text.replaceAll("\\s+", " "));
            }
        }
        return rules;
    }
}
