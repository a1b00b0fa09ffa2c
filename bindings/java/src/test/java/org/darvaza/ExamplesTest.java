package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

public class ExamplesTest {
  /** The booth's zones of the samples: who is listed is referred, Bekzod Beknazarov (the fourth) is admitted. */
  @Test
  public void theCheckpointRefersWhoIsListedAndAdmitsWhoIsNot() throws Exception {
    Path booth = Samples.manifests().stream().filter(path -> path.endsWith("booth.mrz")).findFirst().get();
    List<String> lines = run(Files.readString(booth)).lines().toList();
    assertEquals(
        List.of("REFER", "REFER", "REFER", "ADMIT", "REFER"),
        lines.stream().filter(line -> !line.startsWith(" ")).toList());
    assertTrue(lines.get(1), lines.get(1).contains("un-sc QDi.906"));
  }

  /** What the second line alone may know does not hold anybody up. */
  @Test
  public void aDiscreetEntryIsAdmittedAndToldToTheSecondLine() throws Exception {
    Path list = Samples.temporary("list.csv");
    Files.writeString(list, "id,name,birth_date,instruction\nx-2,SAVSAN QUMRIZOR,1980-05-17,discreet\n");
    Path index = Samples.build("discreet", List.of(list));
    String zone =
        "P<UTOQUMRIZOR<<SAVSAN<<<<<<<<<<<<<<<<<<<<<<<\nX000000023UTO8005171F3001019<<<<<<<<<<<<<<<2\n";
    List<String> lines = run(zone, index.toString(), "UZB").lines().toList();
    assertEquals("ADMIT", lines.get(0));
    assertTrue(lines.get(1), lines.get(1).contains("list x-2: Unconfirmed. Discreet: "));
  }

  /** What is no zone was not screened, and nobody is admitted for it. */
  @Test
  public void whatCannotBeReadIsReferred() throws Exception {
    assertTrue(run("P<IRN").startsWith("REFER\n  not screened: "));
  }

  private static String run(String zones) throws Exception {
    return run(zones, Samples.INDEX.toString());
  }

  private static String run(String zones, String... words) throws Exception {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setIn(new java.io.ByteArrayInputStream(zones.getBytes(StandardCharsets.US_ASCII)));
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Object arguments = words;
      Class.forName("CheckpointService").getMethod("main", String[].class).invoke(null, arguments);
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
