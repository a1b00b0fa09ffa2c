// A chart with lines and points, as SVG.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "eval/report/axis.h"
#include "eval/run.h"

namespace darvaza::eval::report {

struct ChartPoint {
  double x = 0, y = 0;
  double low = kNone, high = kNone;  ///< interval of y; kNone: none
  double threshold = kNone;          ///< told beside the point; kNone: not told
  double weight = kNone;             ///< of a dot, 0 to 1: its area; kNone: a line's point
};

struct ChartSeries {
  std::string name;
  std::size_t colour = 0;  ///< of the page's palette, and the pattern of its line
  std::vector<ChartPoint> points;
  bool dots = false;  ///< no line, but a dot a point, with its interval
  bool band = false;  ///< the intervals as a band around the line
};

struct Chart {
  std::string id;     ///< of the element; unique in the page
  std::string title;  ///< a whole sentence is better than a term
  std::string note;   ///< how to read it
  Axis x, y;
  std::vector<ChartSeries> series;
  /// A straight line that means something, from (x1, y1) to (x2, y2), and what it means; empty:
  /// none.
  std::string guide;
  ChartPoint guide_from, guide_to;
};

inline constexpr std::size_t kColours =
    10;  ///< in the palette of style.css
/// More series begin again after the first colour, which is the engine's alone.
constexpr std::size_t palette_place(std::size_t colour) {
  return colour < kColours ? colour : 1 + (colour - kColours) % (kColours - 1);
}

/// The chart as a figure with title, note and legend. Points that fall together are written once. A
/// series without points is left out.
std::string chart_html(const Chart& chart);

}  // namespace darvaza::eval::report
