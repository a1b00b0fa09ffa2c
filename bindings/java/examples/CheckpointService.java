import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.darvaza.Answer;
import org.darvaza.Candidate;
import org.darvaza.DarvazaException;
import org.darvaza.Decision;
import org.darvaza.DocumentHit;
import org.darvaza.Mrz;
import org.darvaza.Screener;
import org.darvaza.ScreeningOptions;
import org.darvaza.Traveller;

/**
 * What a checkpoint asks of Darvaza, as a service: one object an application, shared by all its threads, with lists that are
 * renewed while it serves.
 *
 * <p>As a program it reads machine-readable zones from standard input, two or three lines each and an empty line after, and tells
 * what the officer is to do:
 *
 * <pre>java -cp darvaza.jar CheckpointService.java lists.dvz &lt; booth.mrz</pre>
 */
public final class CheckpointService implements AutoCloseable {
  /** What the officer sees. Anything that is not a clear answer is "refer": also a failure. */
  public enum Instruction {
    ADMIT,
    REFER
  }

  /**
   * An instruction, and what the second line is told. The booth shows the instruction only: who stands before it must not see
   * who is looked for.
   */
  public record Ruling(Instruction instruction, List<String> forSecondLine) {}

  private static final long DEADLINE_US = 200_000;

  private final Screener screener;
  private final ScreeningOptions options =
      ScreeningOptions.DEFAULTS.withTimeLimitUs(DEADLINE_US).withTop(3);

  public CheckpointService(Path index) {
    screener = Screener.open(index, System.getLogger("darvaza"));
  }

  /** The answer for the document that a reader read. Any thread. */
  public Ruling rule(String mrz) {
    try {
      Traveller traveller = Mrz.parse(mrz).traveller();
      return rule(screener.screen(traveller, options));
    } catch (DarvazaException failure) {
      return new Ruling(Instruction.REFER, List.of("not screened: " + failure.getMessage()));
    }
  }

  private static Ruling rule(Answer answer) {
    if (answer.decision() == Decision.CLEAR) return new Ruling(Instruction.ADMIT, List.of());
    List<String> reasons = new java.util.ArrayList<>();
    if (!answer.complete()) reasons.add("not screened to the end");
    answer.problems().forEach(problem -> reasons.add(problem.where() + ": " + problem.text()));
    for (Candidate candidate : answer.candidates()) {
      reasons.add(
          "%.4f %s %s: %s".formatted(candidate.score(), candidate.list(), candidate.id(), candidate.handling()));
    }
    for (DocumentHit document : answer.documents()) {
      reasons.add("document %s (%s): %s".formatted(document.status(), document.match(), document.handling()));
    }
    return new Ruling(Instruction.REFER, reasons);
  }

  /** Lets a new list serve; when it cannot be opened, the old one goes on. Any thread, while others ask. */
  public boolean renew(Path index) {
    try {
      screener.swap(index);
      return true;
    } catch (DarvazaException failure) {
      System.getLogger("darvaza").log(System.Logger.Level.ERROR, failure.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    screener.close();
  }

  public static void main(String[] arguments) {
    try (CheckpointService service = new CheckpointService(Path.of(arguments[0]));
        Scanner zones = new Scanner(System.in).useDelimiter("\\R\\R+")) {
      while (zones.hasNext()) {
        Ruling ruling = service.rule(zones.next());
        System.out.println(ruling.instruction());
        ruling.forSecondLine().forEach(reason -> System.out.println("  " + reason));
      }
    }
  }
}
