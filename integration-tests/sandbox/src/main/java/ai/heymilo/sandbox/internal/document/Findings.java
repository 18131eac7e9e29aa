// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the validator's messages into findings that name what is wrong. The validator reports every
 * branch of every union; a wrong score in a résumé step would also be told that it is not a form.
 * What comes from a branch for another kind of value is left out when a better branch complains
 * too.
 */
final class Findings {
  private static final Map<String, String> TYPES =
      Map.of(
          "required", "missing",
          "minLength", "string_too_short",
          "maxLength", "string_too_long",
          "minimum", "greater_than_equal",
          "maximum", "less_than_equal",
          "minItems", "too_short",
          "const", "literal_error",
          "enum", "literal_error",
          "type", "type_error");

  private Findings() {}

  /**
   * Returns the findings.
   *
   * @param skipped the number of elements in the pointer of the schema that was checked
   */
  static List<Finding> of(Collection<ValidationMessage> messages, int skipped) {
    if (messages.isEmpty()) {
      return List.of();
    }
    List<Complaint> complaints = new ArrayList<>();
    for (ValidationMessage message : messages) {
      if (!isSummaryOfBranches(message)) {
        complaints.add(new Complaint(message, skipped));
      }
    }
    return worded(ofTheBestBranches(complaints));
  }

  private static boolean isSummaryOfBranches(ValidationMessage message) {
    return message.getType().equals("oneOf") && message.getArguments()[0].toString().equals("0");
  }

  private static List<Complaint> ofTheBestBranches(List<Complaint> complaints) {
    Set<String> refusing = new HashSet<>();
    for (Complaint complaint : complaints) {
      for (Complaint.Via via : complaint.unions()) {
        if (complaint.refusesTheKind(via)) {
          refusing.add(via.branch());
        }
      }
    }
    Set<String> decided = new HashSet<>();
    for (Complaint complaint : complaints) {
      for (Complaint.Via via : complaint.unions()) {
        if (!refusing.contains(via.branch())) {
          decided.add(via.union());
        }
      }
    }
    List<Complaint> best = new ArrayList<>();
    for (Complaint complaint : complaints) {
      boolean kept = true;
      for (Complaint.Via via : complaint.unions()) {
        boolean refuses = refusing.contains(via.branch());
        kept &= decided.contains(via.union()) ? !refuses : complaint.refusesTheKind(via);
      }
      if (kept) {
        best.add(complaint);
      }
    }
    return best;
  }

  private static List<Finding> worded(List<Complaint> complaints) {
    Map<List<Object>, Set<String>> kinds = new LinkedHashMap<>();
    for (Complaint complaint : complaints) {
      if (isAboutKind(complaint)) {
        kinds
            .computeIfAbsent(complaint.location(), location -> new LinkedHashSet<>())
            .add(expected(complaint));
      }
    }
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Complaint complaint : complaints) {
      Finding finding = finding(complaint, kinds);
      findings.putIfAbsent(finding.toString(), finding);
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(Complaint complaint, Map<List<Object>, Set<String>> kinds) {
    String type = TYPES.getOrDefault(complaint.keyword(), complaint.keyword());
    Set<String> expected = kinds.get(complaint.location());
    if (isAboutKind(complaint) && expected != null) {
      return Finding.of(complaint.location(), "must be " + String.join(" or ", expected), type);
    }
    List<Object> location = new ArrayList<>(complaint.location());
    if (complaint.keyword().equals("required")) {
      location.add(complaint.message().getProperty());
    }
    return Finding.of(location, complaint.message().getError(), type);
  }

  private static boolean isAboutKind(Complaint complaint) {
    return complaint.keyword().equals("type") || complaint.keyword().equals("const");
  }

  private static String expected(Complaint complaint) {
    Object[] arguments = complaint.message().getArguments();
    return complaint.keyword().equals("const")
        ? "'" + arguments[0] + "'"
        : "of type " + arguments[1];
  }
}
