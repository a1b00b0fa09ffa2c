import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.darvaza.Answer;
import org.darvaza.Candidate;
import org.darvaza.DarvazaException;
import org.darvaza.Decision;
import org.darvaza.DocumentHit;
import org.darvaza.Line;
import org.darvaza.Mrz;
import org.darvaza.PartialDate;
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
 * <pre>java -cp darvaza.jar CheckpointService.java lists.dvz UZB &lt; booth.mrz</pre>
 */
public final class CheckpointService implements AutoCloseable {
  /** What the officer sees. Anything that is not a clear answer is "refer": also a failure. */
  public enum Instruction {
    ADMIT,
    REFER
  }

  /**
   * An instruction, and what the second line is told. The booth shows the instruction only, which is what the first line is answered: as if
   * entries that it may not see did not exist. Who is to be watched and not stopped is admitted.
   */
  public record Ruling(Instruction instruction, List<String> forSecondLine) {}

  private static final long DEADLINE_US = 200_000;

  private final Screener screener;
  private final String state;
  private final ScreeningOptions options =
      ScreeningOptions.DEFAULTS.withTimeLimitUs(DEADLINE_US).withTop(3);
  /** Whom the booth sees as well must not push a discreet entry out of the second line's answer. */
  private final ScreeningOptions allOptions = options.withTop(10_000);

  /** A post of {@code state}, which sees what is released to it; null: whoever keeps the lists. */
  public CheckpointService(Path index, String state) {
    screener = Screener.open(index, System.getLogger("darvaza"));
    this.state = state;
  }

  /** The answer for the document that a reader read. Any thread. */
  public Ruling rule(String mrz) {
    try {
      Traveller traveller = Mrz.parse(mrz).traveller();
      Answer first = ask(traveller, Line.FIRST);
      Answer second = ask(traveller, Line.SECOND);
      Instruction instruction =
          first.decision() == Decision.CLEAR ? Instruction.ADMIT : Instruction.REFER;
      return new Ruling(instruction, reasons(second));
    } catch (DarvazaException failure) {
      return new Ruling(Instruction.REFER, List.of("not screened: " + failure.getMessage()));
    }
  }

  private Answer ask(Traveller traveller, Line line) {
    LocalDate day = LocalDate.now();
    PartialDate today = new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    ScreeningOptions asked = line == Line.FIRST ? options : allOptions;
    return screener.screen(traveller, asked.withPost(state, line, today).withTodayByClock(true));
  }

  private static List<String> reasons(Answer answer) {
    if (answer.decision() == Decision.CLEAR) return List.of();
    List<String> reasons = new ArrayList<>();
    if (!answer.complete()) reasons.add("not screened to the end");
    answer.problems().forEach(problem -> reasons.add(problem.where() + ": " + problem.text()));
    for (Candidate candidate : answer.candidates()) {
      reasons.add(
          "%.4f %s %s: %s".formatted(candidate.score(), candidate.list(), candidate.id(), candidate.handling()));
    }
    for (DocumentHit document : answer.documents()) {
      reasons.add("document %s (%s): %s".formatted(document.status(), document.match(), document.handling()));
    }
    return reasons;
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
    String state = arguments.length > 1 ? arguments[1] : null;
    try (CheckpointService service = new CheckpointService(Path.of(arguments[0]), state);
        Scanner zones = new Scanner(System.in).useDelimiter("\\R\\R+")) {
      while (zones.hasNext()) {
        Ruling ruling = service.rule(zones.next());
        System.out.println(ruling.instruction());
        ruling.forSecondLine().forEach(reason -> System.out.println("  " + reason));
      }
    }
  }
}
