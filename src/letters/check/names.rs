//! What a name in a template stands for.

use crate::letters::nearest::nearest;
use crate::letters::variables::{Field, Form, Variable};

/// What is known about an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A variable, or a field of a row, or a text of the template.
    Value(Form),
    /// One row of a list.
    Row(&'static [Field]),
    /// The first part of names, such as `person`.
    Group,
    /// What is known of the present turn of a loop.
    Loop,
    /// Refused already, or the outcome of a comparison.
    Any,
}

/// Fields of `loop`.
const LOOP: &[(&str, Form)] = &[("first", Form::Truth), ("last", Form::Truth), ("index", Form::Text)];

/// The names that can be used at a place of the template.
pub struct Names<'t> {
    variables: Vec<&'static Variable>,
    /// Names that loops have introduced, the innermost last.
    loops: Vec<(&'t str, Shape)>,
}

impl<'t> Names<'t> {
    pub fn new(variables: impl Iterator<Item = &'static Variable>) -> Self {
        Self { variables: variables.collect(), loops: Vec::new() }
    }

    pub fn enter(&mut self, name: &'t str, shape: Shape) {
        self.loops.push((name, shape));
    }

    pub fn leave(&mut self) {
        self.loops.pop();
    }

    /// What a name stands for; none when it is not known.
    pub fn root(&self, name: &str) -> Option<Shape> {
        if let Some((_, shape)) = self.loops.iter().rev().find(|(known, _)| *known == name) {
            return Some(*shape);
        }
        if name == "loop" && !self.loops.is_empty() {
            return Some(Shape::Loop);
        }
        if let Some(variable) = self.variables.iter().find(|variable| variable.name == name) {
            return Some(Shape::Value(variable.form));
        }
        let is_group =
            self.variables.iter().any(|variable| variable.name.split_once('.').is_some_and(|(group, _)| group == name));
        is_group.then_some(Shape::Group)
    }

    /// What a field of something stands for; none when it is not known. `path` is the whole, as the template writes it.
    pub fn field(&self, of: Shape, field: &str, path: &str) -> Option<Shape> {
        match of {
            Shape::Any => Some(Shape::Any),
            Shape::Group => {
                let found = self.variables.iter().find(|variable| variable.name == path);
                found.map(|variable| Shape::Value(variable.form))
            }
            Shape::Row(fields) => fields.iter().find(|known| known.name == field).map(|known| Shape::Value(known.form)),
            Shape::Loop => LOOP.iter().find(|(known, _)| *known == field).map(|(_, form)| Shape::Value(*form)),
            Shape::Value(_) => None,
        }
    }

    /// The known name that comes nearest to one that is not known.
    pub fn suggestion(&self, path: &str) -> Option<String> {
        let mut known: Vec<String> = self.variables.iter().map(|variable| variable.name.to_owned()).collect();
        for (name, shape) in &self.loops {
            known.push((*name).to_owned());
            if let Shape::Row(fields) = shape {
                known.extend(fields.iter().map(|field| format!("{name}.{}", field.name)));
            }
        }
        if !self.loops.is_empty() {
            known.extend(LOOP.iter().map(|(field, _)| format!("loop.{field}")));
        }
        nearest(path, known.iter().map(String::as_str)).map(str::to_owned)
    }
}
