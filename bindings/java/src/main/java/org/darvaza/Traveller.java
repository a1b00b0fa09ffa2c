package org.darvaza;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is at the border: what a passport reader, a carrier's message or a form says of one person.
 *
 * <pre>{@code
 * Traveller traveller = Traveller.builder().id("t1").name("DARYAGOZAR", "NADER").birthDate(1971, 3, 2).build();
 * }</pre>
 *
 * <p>Nothing may be null. The builder copies its lists; the constructor does not.
 *
 * @param id the caller's own
 * @param names different spellings of one person's name
 * @param fatherName the father's name; may be empty
 * @param birthDate the date of birth
 * @param birthDateDoubtful the date was read beside a check digit that does not hold
 * @param sex as stated
 * @param nationalities codes of States (Doc 9303-3)
 * @param birthPlace the place of birth; may be empty
 * @param documents as presented
 * @param role as what the traveller travels
 * @param locator the carrier's booking reference; may be empty
 * @param relatedLocators bookings that this one was split from or into
 * @param reference by which the carrier knows the traveller; may be empty
 * @param flights flights in order of travel
 * @param addresses as stated
 * @param bags pieces of checked baggage, at most 65535; 0: none or not stated
 * @param problems what a reader could not make out
 */
public record Traveller(
    String id,
    List<TravellerName> names,
    String fatherName,
    PartialDate birthDate,
    boolean birthDateDoubtful,
    Sex sex,
    List<String> nationalities,
    String birthPlace,
    List<TravelDocument> documents,
    TravellerRole role,
    String locator,
    List<String> relatedLocators,
    String reference,
    List<Flight> flights,
    List<TravellerAddress> addresses,
    int bags,
    List<Problem> problems) {
  /**
   * NullPointerException for a null, IllegalArgumentException for bags outside 0 to 65535; both name the component.
   *
   * @param id the caller's own
   * @param names different spellings of one person's name
   * @param fatherName the father's name; may be empty
   * @param birthDate the date of birth
   * @param birthDateDoubtful the date was read beside a check digit that does not hold
   * @param sex as stated
   * @param nationalities codes of States (Doc 9303-3)
   * @param birthPlace the place of birth; may be empty
   * @param documents as presented
   * @param role as what the traveller travels
   * @param locator the carrier's booking reference; may be empty
   * @param relatedLocators bookings that this one was split from or into
   * @param reference by which the carrier knows the traveller; may be empty
   * @param flights flights in order of travel
   * @param addresses as stated
   * @param bags pieces of checked baggage, at most 65535; 0: none or not stated
   * @param problems what a reader could not make out
   */
  public Traveller {
    Require.notNull(id, "id");
    Require.notNull(fatherName, "fatherName");
    Require.notNull(birthDate, "birthDate");
    Require.notNull(sex, "sex");
    Require.notNull(birthPlace, "birthPlace");
    Require.notNull(role, "role");
    Require.notNull(locator, "locator");
    Require.notNull(reference, "reference");
    Require.items(names, "names");
    Require.items(nationalities, "nationalities");
    Require.items(documents, "documents");
    Require.items(relatedLocators, "relatedLocators");
    Require.items(flights, "flights");
    Require.items(addresses, "addresses");
    Require.items(problems, "problems");
    Require.between(bags, 0, 65_535, "bags");
  }

  /** {@return a builder of which nothing is stated yet} */
  public static Builder builder() {
    return new Builder();
  }

  /** States what is known of a traveller, in any order. Not thread-safe. */
  public static final class Builder {
    private String id = "";
    private final List<TravellerName> names = new ArrayList<>();
    private String fatherName = "";
    private PartialDate birthDate = PartialDate.UNKNOWN;
    private boolean birthDateDoubtful;
    private Sex sex = Sex.UNKNOWN;
    private final List<String> nationalities = new ArrayList<>();
    private String birthPlace = "";
    private final List<TravelDocument> documents = new ArrayList<>();
    private TravellerRole role = TravellerRole.PASSENGER;
    private String locator = "";
    private final List<String> relatedLocators = new ArrayList<>();
    private String reference = "";
    private final List<Flight> flights = new ArrayList<>();
    private final List<TravellerAddress> addresses = new ArrayList<>();
    private int bags;
    private final List<Problem> problems = new ArrayList<>();

    private Builder() {}

    /**
     * The caller's own identifier, repeated in the answer.
     *
     * @param value any text
     * @return this
     */
    public Builder id(String value) {
      id = Require.notNull(value, "id");
      return this;
    }

    /**
     * Adds a spelling of the whole name.
     *
     * @param whole in any script and order
     * @return this
     */
    public Builder name(String whole) {
      return name(new TravellerName(whole, ""));
    }

    /**
     * Adds a spelling of the name in two parts.
     *
     * @param primary usually the surname
     * @param secondary usually the given names
     * @return this
     */
    public Builder name(String primary, String secondary) {
      return name(new TravellerName(primary, secondary));
    }

    /**
     * Adds a spelling of the name.
     *
     * @param name the spelling
     * @return this
     */
    public Builder name(TravellerName name) {
      names.add(Require.notNull(name, "name"));
      return this;
    }

    /**
     * The father's name.
     *
     * @param value any script
     * @return this
     */
    public Builder fatherName(String value) {
      fatherName = Require.notNull(value, "fatherName");
      return this;
    }

    /**
     * The date of birth.
     *
     * @param year 1 to 9999
     * @param month 1 to 12, or 0: unknown
     * @param day 1 to 31, or 0: unknown
     * @return this
     */
    public Builder birthDate(int year, int month, int day) {
      return birthDate(new PartialDate(year, month, day));
    }

    /**
     * The date of birth.
     *
     * @param value may be known in part
     * @return this
     */
    public Builder birthDate(PartialDate value) {
      birthDate = Require.notNull(value, "birthDate");
      return this;
    }

    /**
     * Whether the date of birth was read beside a check digit that does not hold.
     *
     * @param value true: a different date on the list says less
     * @return this
     */
    public Builder birthDateDoubtful(boolean value) {
      birthDateDoubtful = value;
      return this;
    }

    /**
     * The sex.
     *
     * @param value as stated
     * @return this
     */
    public Builder sex(Sex value) {
      sex = Require.notNull(value, "sex");
      return this;
    }

    /**
     * Adds a nationality.
     *
     * @param state code of Doc 9303-3: "PAK", "D"
     * @return this
     */
    public Builder nationality(String state) {
      nationalities.add(Require.notNull(state, "nationality"));
      return this;
    }

    /**
     * The place of birth.
     *
     * @param value as stated
     * @return this
     */
    public Builder birthPlace(String value) {
      birthPlace = Require.notNull(value, "birthPlace");
      return this;
    }

    /**
     * Adds a document.
     *
     * @param document as presented
     * @return this
     */
    public Builder document(TravelDocument document) {
      documents.add(Require.notNull(document, "document"));
      return this;
    }

    /**
     * As what the traveller travels.
     *
     * @param value the role
     * @return this
     */
    public Builder role(TravellerRole value) {
      role = Require.notNull(value, "role");
      return this;
    }

    /**
     * The carrier's booking reference.
     *
     * @param value as stated
     * @return this
     */
    public Builder locator(String value) {
      locator = Require.notNull(value, "locator");
      return this;
    }

    /**
     * Adds a booking that this one was split from or into.
     *
     * @param value as stated
     * @return this
     */
    public Builder relatedLocator(String value) {
      relatedLocators.add(Require.notNull(value, "relatedLocator"));
      return this;
    }

    /**
     * By which the carrier knows this traveller.
     *
     * @param value as stated
     * @return this
     */
    public Builder reference(String value) {
      reference = Require.notNull(value, "reference");
      return this;
    }

    /**
     * Adds a flight.
     *
     * @param flight the next one of the journey
     * @return this
     */
    public Builder flight(Flight flight) {
      flights.add(Require.notNull(flight, "flight"));
      return this;
    }

    /**
     * Adds an address.
     *
     * @param address as stated
     * @return this
     */
    public Builder address(TravellerAddress address) {
      addresses.add(Require.notNull(address, "address"));
      return this;
    }

    /**
     * Pieces of checked baggage.
     *
     * @param value at most 65535; 0: none or not stated
     * @return this
     */
    public Builder bags(int value) {
      Require.between(value, 0, 65_535, "bags");
      bags = value;
      return this;
    }

    /**
     * Adds something that could not be made out; it is repeated in the answer.
     *
     * @param problem without personal data
     * @return this
     */
    public Builder problem(Problem problem) {
      problems.add(Require.notNull(problem, "problem"));
      return this;
    }

    /** {@return the traveller, as stated so far} */
    public Traveller build() {
      return new Traveller(
          id,
          List.copyOf(names),
          fatherName,
          birthDate,
          birthDateDoubtful,
          sex,
          List.copyOf(nationalities),
          birthPlace,
          List.copyOf(documents),
          role,
          locator,
          List.copyOf(relatedLocators),
          reference,
          List.copyOf(flights),
          List.copyOf(addresses),
          bags,
          List.copyOf(problems));
    }
  }
}
